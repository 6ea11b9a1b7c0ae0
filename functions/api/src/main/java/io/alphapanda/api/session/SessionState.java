package io.alphapanda.api.session;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How a login stands.
@Schema(
        description = "NOT_NEEDED: nobody logs in to paper. NONE: nobody ever logged in. OPEN. EXPIRED: its time has"
                + " passed. ENDED: logged out, or the broker refused its token")
public enum SessionState {
    NOT_NEEDED,
    NONE,
    OPEN,
    EXPIRED,
    ENDED
}
