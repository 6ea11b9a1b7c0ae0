package io.alphapanda.api.auth;

import io.alphapanda.api.audit.Action;
import io.alphapanda.api.audit.Audit;
import io.alphapanda.api.audit.Audit.Outcome;
import io.alphapanda.api.caller.Caller;
import io.alphapanda.api.caller.Role;
import io.alphapanda.api.problem.ProblemException;
import io.alphapanda.api.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What an admin does with users. Users are never deleted: the audit names them.
@Singleton
final class UserAdministration {

    private final Users users;
    private final PasswordHashes hashes;
    private final LoginThrottle throttle;
    private final Standings standings;
    private final Audit audit;

    UserAdministration(Users users, PasswordHashes hashes, LoginThrottle throttle, Standings standings, Audit audit) {
        this.users = users;
        this.hashes = hashes;
        this.throttle = throttle;
        this.standings = standings;
        this.audit = audit;
    }

    Uni<UserPage> all() {
        return users.all().map(UserPage::new);
    }

    Uni<Void> create(Caller who, String name, String roleName, String password) {
        if (!User.isName(name)) {
            throw bad("user", "must be 2 to 32 of a-z, 0-9, '.', '_' and '-', the first a letter or a digit");
        }
        var role = role(roleName);
        requireGood("password", name, password);
        var work = hashes.hash(password)
                .chain(hash -> users.create(name, role, hash))
                .invoke(created -> {
                    if (!created) {
                        throw ProblemException.of(
                                ProblemType.USER_EXISTS, "there is a user '" + name + "' already; change that one");
                    }
                });
        var detail = new JsonObject().put("role", role.name());
        return audit.around(who, Action.USER_CREATED, name, detail, work, _ -> Outcome.DONE)
                .replaceWithVoid();
    }

    Uni<Void> change(
            Caller who, String name, Optional<String> roleName, Optional<Boolean> enabled, Optional<String> password) {
        if (roleName.isEmpty() && enabled.isEmpty() && password.isEmpty()) {
            throw bad("role", "or enabled or password must be given; there is nothing to change");
        }
        var role = roleName.map(UserAdministration::role);
        if (name.equals(who.name()) && (role.isPresent() || enabled.isPresent())) {
            throw bad("user", "is oneself; another admin changes one's role, so that there is always one");
        }
        password.ifPresent(text -> requireGood("password", name, text));
        var detail = new JsonObject();
        role.ifPresent(each -> detail.put("role", each.name()));
        enabled.ifPresent(each -> detail.put("enabled", each));
        password.ifPresent(_ -> detail.put("password", "changed"));
        var subject = User.isName(name) ? name : "";
        return audit.around(
                        who,
                        Action.USER_CHANGED,
                        subject,
                        detail,
                        write(name, role, enabled, password),
                        _ -> Outcome.DONE)
                .replaceWithVoid();
    }

    private Uni<User> write(String name, Optional<Role> role, Optional<Boolean> enabled, Optional<String> password) {
        return hash(password)
                .chain(hash -> users.change(name, role, enabled, hash))
                .invoke(standings::forgetAll)
                .map(changed -> changed.orElseThrow(() -> ProblemException.of(
                        ProblemType.UNKNOWN_USER, "there is no user of that name; GET /api/v1/users lists them")));
    }

    private Uni<Optional<String>> hash(Optional<String> password) {
        return password.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : hashes.hash(password.get()).map(Optional::of);
    }

    Uni<Void> ownPassword(Caller who, String password, String next) {
        requireGood("newPassword", who.name(), next);
        var work = throttle.admit(who.name(), who.client())
                .chain(() -> users.find(who.name()))
                .chain(user -> hashes.matches(password, user.map(User::hash)))
                .invoke(right -> {
                    if (!right) {
                        throw bad("password", "is not the password of " + who.name());
                    }
                })
                .chain(() -> write(who.name(), Optional.empty(), Optional.empty(), Optional.of(next)));
        return audit.around(who, Action.PASSWORD_CHANGED, who.name(), new JsonObject(), work, _ -> Outcome.DONE)
                .replaceWithVoid();
    }

    private static Role role(String name) {
        return Arrays.stream(Role.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.BAD_PARAMETER,
                        "role must be VIEWER, TRADER or ADMIN",
                        "role",
                        name,
                        Arrays.stream(Role.values()).map(Role::name).toList()));
    }

    private static void requireGood(String field, String user, String password) {
        PasswordRule.objection(user, password).ifPresent(objection -> {
            throw bad(field, objection);
        });
    }

    /// Never with the value: it may be a password.
    private static ProblemException bad(String field, String rule) {
        return ProblemException.of(ProblemType.BAD_PARAMETER, field + " " + rule, field, "", List.of());
    }
}
