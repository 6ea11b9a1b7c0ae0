/// The dashboard's page; what it shows it asks the API for, in the browser. Its sources are under `resources/web`.
package io.alphapanda.api.dashboard;
