package io.alphapanda.local.manifests;

import java.nio.file.Path;
import java.util.Optional;

/// The project's folder, for tests.
public final class Project {

    public static final Path ROOT =
            Path.of(System.getProperty("panda.root", "../..")).toAbsolutePath().normalize();

    public static final House HOUSE = HousePages.read(ROOT);

    /// What the project deploys, each overlay rendered once; empty where nothing can be rendered.
    public static final Optional<Overlays> OVERLAYS = Kustomize.find().map(each -> new Overlays(ROOT, each));

    private Project() {}
}
