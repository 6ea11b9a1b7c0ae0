package io.alphapanda.local.manifests;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// One container of a pod.
///
/// @param podSpec where its pod is described
/// @param at      where it is described
public record Container(Document document, String podSpec, String at) {

    /// Every image of ours is named `…/alpha-panda/<room>`.
    private static final String OURS = "alpha-panda/";

    public String name() {
        return document.text(at + "/name").orElse("");
    }

    public String image() {
        return document.text(at + "/image").orElse("");
    }

    /// The room whose image it is; empty for an image that is not ours.
    public Optional<String> room() {
        var repository = image().replaceFirst("@.*$", "").replaceFirst(":[^/:]*$", "");
        int ours = repository.lastIndexOf(OURS);
        return ours == 0 || ours > 0 && repository.charAt(ours - 1) == '/'
                ? Optional.of(repository.substring(ours + OURS.length()))
                : Optional.empty();
    }

    /// Where its variables are.
    public List<String> variables() {
        return each("/env");
    }

    /// Where whole ConfigMaps and Secrets are taken over as variables.
    public List<String> sources() {
        return each("/envFrom");
    }

    /// Where its mounts are.
    public List<String> mounts() {
        return each("/volumeMounts");
    }

    private List<String> each(String list) {
        return IntStream.range(0, document.at(at + list).size())
                .mapToObj(i -> at + list + "/" + i)
                .toList();
    }
}
