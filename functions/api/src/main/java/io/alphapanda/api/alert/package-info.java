/// Alerts: what a person must be told, as the stages wrote it down.
package io.alphapanda.api.alert;
