/// When the markets trade, as the house's calendars have it.
package io.alphapanda.api.calendar;
