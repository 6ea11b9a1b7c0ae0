package io.alphapanda.local.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `panda images`.
@Command(name = "images", description = "Builds the image of every room, with podman or docker.")
public final class ImagesCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ROOM", arity = "0..*", description = "which; all of them")
    private List<String> rooms = List.of();

    @Option(names = "--native", description = "from native executables")
    private boolean executables;

    @Option(names = "--base", paramLabel = "IMAGE", defaultValue = "", description = "what they stand on, by digest")
    private String base;

    @Option(names = "--tag", paramLabel = "TAG", defaultValue = "0.1.0", description = "${DEFAULT-VALUE}")
    private String tag;

    @Override
    public Integer call() {
        var root =
                Path.of(System.getProperty("panda.root", ".")).toAbsolutePath().normalize();
        var chosen = rooms.isEmpty() ? all(root) : rooms;
        chosen.forEach(each -> requireRoom(root, each));
        var tool = ImageTool.find();
        var packaging = new Packaging(root);
        System.err.println("packaging …");
        if (executables) {
            packaging.executables();
            chosen.forEach(each -> requireExecutable(root, each));
        } else {
            packaging.aotJars();
        }
        for (var room : chosen) {
            System.err.println("alpha-panda/" + room + ":" + tag + " …");
            packaging.run(tool.build(room, executables ? "native" : "jvm", base, tag), "image-" + room + ".log");
        }
        return 0;
    }

    static List<String> all(Path root) {
        try (var folders = Files.list(root.resolve("functions"))) {
            return folders.filter(each -> Files.isRegularFile(each.resolve("pom.xml")))
                    .map(each -> each.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireRoom(Path root, String room) {
        if (!all(root).contains(room)) {
            throw new ImageException("there is no room " + room + "; there are " + String.join(", ", all(root)));
        }
    }

    private static void requireExecutable(Path root, String room) {
        var target = root.resolve("functions").resolve(room).resolve("target");
        try (var files = Files.list(target)) {
            if (files.noneMatch(each -> each.toString().endsWith("-runner"))) {
                throw new ImageException(
                        "%s has no native executable (functions/%s/target/*-runner): set GRAALVM_HOME to a GraalVM 25"
                                .formatted(room, room));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
