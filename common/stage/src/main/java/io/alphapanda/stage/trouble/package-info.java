/// The four kinds of trouble, told apart in one place: a refusal is a value, a bad event is dead-lettered, trouble of
/// the infrastructure is retried, a defect is ours.
package io.alphapanda.stage.trouble;
