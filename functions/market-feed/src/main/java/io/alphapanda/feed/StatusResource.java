package io.alphapanda.feed;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// How the feed is getting on, for people and for the launcher.
@Path("/status")
public final class StatusResource {

    private final Feed feed;

    StatusResource(Feed feed) {
        this.feed = feed;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public FeedStatus status() {
        return FeedStatus.of(feed);
    }
}
