/// A browser and the dashboard's pages, for whoever tests it: here on made-up rows, in the launcher on a running house.
package io.alphapanda.api.browser;
