package io.alphapanda.stage.testing.executable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// The bytecode of our own classes, as an application has them on its class path.
public final class HouseClasses {

    private static final String ROOT = "io/alphapanda/";
    private static final String SUFFIX = ".class";

    private final Map<String, ClassModel> byName;

    private HouseClasses(Map<String, ClassModel> byName) {
        this.byName = byName;
    }

    /// Everything the application under test is made of; no tests, and nothing that runs a house on one machine.
    public static HouseClasses ofTheApplication() {
        return read((place, name) -> !isOfTests(place) && !name.startsWith(ROOT + "local/"));
    }

    /// Classes among the tests, in one package, and the codec they use.
    static HouseClasses planted(String packageName) {
        var folder = packageName.replace('.', '/') + "/";
        return read((place, name) ->
                isOfTests(place) ? name.startsWith(folder) : name.equals(ROOT + "stage/event/EventCodec.class"));
    }

    private static boolean isOfTests(String place) {
        return place.contains("/test-classes/") || place.contains("-tests.jar");
    }

    /// @param wanted asked with where a class lies and its file's name
    private static HouseClasses read(BiPredicate<String, String> wanted) {
        var found = new TreeMap<String, ClassModel>();
        try {
            for (var place : Collections.list(loader().getResources(ROOT))) {
                readInto(found, place, name -> wanted.test(place.toString(), name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return new HouseClasses(found);
    }

    private static void readInto(Map<String, ClassModel> found, URL place, Predicate<String> names)
            throws IOException, URISyntaxException {
        if (place.openConnection() instanceof JarURLConnection connection) {
            try (var jar = connection.getJarFile()) {
                for (var entry : Collections.list(jar.entries())) {
                    if (entry.getName().startsWith(ROOT) && names.test(entry.getName())) {
                        try (var bytes = jar.getInputStream(entry)) {
                            add(found, entry.getName(), bytes);
                        }
                    }
                }
            }
            return;
        }
        var folder = Path.of(new URI(place.toString()));
        var root = folder.getParent().getParent();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = root.relativize(file).toString();
                if (names.test(name)) {
                    try (var bytes = Files.newInputStream(file)) {
                        add(found, name, bytes);
                    }
                }
            }
        }
    }

    private static void add(Map<String, ClassModel> found, String name, InputStream bytes) throws IOException {
        if (name.endsWith(SUFFIX) && !name.endsWith("package-info.class")) {
            found.put(
                    name.substring(0, name.length() - SUFFIX.length()),
                    ClassFile.of().parse(bytes.readAllBytes()));
        }
    }

    Collection<ClassModel> all() {
        return byName.values();
    }

    List<MethodModel> methods() {
        var methods = new ArrayList<MethodModel>();
        all().forEach(each -> methods.addAll(each.methods()));
        return methods;
    }

    /// @param owner internal name
    Optional<MethodModel> method(String owner, String name, String descriptor) {
        return Optional.ofNullable(byName.get(owner)).stream()
                .flatMap(each -> each.methods().stream())
                .filter(each -> each.methodName().equalsString(name)
                        && each.methodType().equalsString(descriptor))
                .findFirst();
    }

    /// `io.alphapanda.feed.Feed.run`.
    static String nameOf(MethodModel method) {
        return method.parent().orElseThrow().thisClass().asInternalName().replace('/', '.')
                + "."
                + method.methodName().stringValue();
    }

    /// The class itself, not initialised.
    static Class<?> load(String name) {
        try {
            return Class.forName(name.replace('/', '.'), false, loader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ClassLoader loader() {
        return HouseClasses.class.getClassLoader();
    }
}
