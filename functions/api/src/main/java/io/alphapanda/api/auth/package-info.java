/// Who somebody is: users and their roles, passwords, logins, and the tokens that stand for them. What a role may reach
/// is said in [io.alphapanda.api.access].
package io.alphapanda.api.auth;
