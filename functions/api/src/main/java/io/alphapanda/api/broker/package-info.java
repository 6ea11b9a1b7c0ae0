/// The accounts side by side: what each is, whether it may trade, what risk allows it and who trades there.
package io.alphapanda.api.broker;
