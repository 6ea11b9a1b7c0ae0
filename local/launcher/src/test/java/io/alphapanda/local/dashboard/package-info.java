/// A running house's dashboard in a browser, for tests.
package io.alphapanda.local.dashboard;
