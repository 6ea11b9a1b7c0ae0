package io.alphapanda.api.tag;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// Tags answers by what they say. The tag is weak: two answers of one tag say the same, whatever their bytes.
@Provider
@Tagged
public final class Tags implements ContainerResponseFilter {

    private static final int BYTES = 16;

    private final ObjectMapper json;

    Tags(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        if (answer.getStatus() != Status.OK.getStatusCode() || !answer.hasEntity()) {
            return;
        }
        var text = text(answer.getEntity());
        var tag = "W/\"" + digest(text) + "\"";
        answer.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        // Kept by whoever asked, and asked for again each time.
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        if (isKnown(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
            answer.setStatus(Status.NOT_MODIFIED.getStatusCode());
            answer.setEntity(null);
        } else {
            answer.setEntity(text);
        }
    }

    private static boolean isKnown(String given, String tag) {
        return given != null
                && Arrays.stream(given.split(","))
                        .map(String::strip)
                        .anyMatch(each -> each.equals(tag) || each.equals("*"));
    }

    private String text(Object entity) {
        try {
            return json.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer can't be written as JSON", e);
        }
    }

    private static String digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
