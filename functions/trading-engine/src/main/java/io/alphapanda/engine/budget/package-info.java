/// What a broker lets one account do: so many orders a second, a minute and a day, counted over all processes that
/// trade for the account. It is asked before a request leaves the house; the broker's own refusal would come too late,
/// because a refused request counts as well and too many of them have the account barred.
package io.alphapanda.engine.budget;
