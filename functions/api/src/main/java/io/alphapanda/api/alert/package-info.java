/// Alerts: what a person must be told, as the stages and the watch of the house wrote it down, in one list; and who has
/// looked.
package io.alphapanda.api.alert;
