/// Who may trade, as the engines have written it down.
package io.alphapanda.api.control;
