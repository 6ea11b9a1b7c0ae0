package io.alphapanda.stage.testing.executable;

import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Calls that do not go with a native executable.
final class Calls {

    /// What a static initialiser may not do: it runs when the executable is built, and what it saw or began is left
    /// there.
    private static final Pattern BELONGS_TO_RUN_TIME = Pattern.compile(String.join(
            "|",
            "java\\.lang\\.Thread(\\$Builder.*)?\\.(<init>|start|ofVirtual|ofPlatform|startVirtualThread|unstarted)",
            "java\\.util\\.concurrent\\.(Executors|ThreadPoolExecutor|ScheduledThreadPoolExecutor|ForkJoinPool)\\..*",
            "java\\.util\\.Timer\\.<init>",
            "java\\.net\\.(Socket|ServerSocket|DatagramSocket|InetAddress)\\..*",
            "java\\.net\\.http\\.HttpClient\\..*",
            "java\\.nio\\.channels\\..*\\.open",
            "io\\.vertx\\..*Vertx\\.vertx",
            "java\\.security\\.SecureRandom\\..*",
            "java\\.util\\.(Random|SplittableRandom)\\.<init>",
            "java\\.util\\.concurrent\\.ThreadLocalRandom\\.current",
            "java\\.util\\.UUID\\.randomUUID",
            "java\\.lang\\.Math\\.random",
            "java\\.lang\\.System\\.(currentTimeMillis|nanoTime|getenv|getProperty|getProperties)",
            "java\\.lang\\.(Boolean\\.getBoolean|Integer\\.getInteger|Long\\.getLong)",
            "java\\.time\\.(Instant|LocalDate|LocalTime|LocalDateTime|ZonedDateTime|OffsetDateTime)\\.now",
            "java\\.time\\.(Clock|InstantSource)\\.system.*",
            "java\\.time\\.ZoneId\\.systemDefault",
            "java\\.util\\.Locale\\.getDefault",
            "java\\.lang\\.Runtime\\.(getRuntime|availableProcessors)",
            "java\\.lang\\.ProcessHandle\\.current",
            "java\\.nio\\.file\\.Files\\..*",
            "java\\.io\\.File(Input|Output)Stream\\.<init>",
            "org\\.eclipse\\.microprofile\\.config\\.ConfigProvider\\.getConfig"));

    /// What finds classes, members and files by their name while it runs.
    private static final Pattern BY_NAME = Pattern.compile(String.join(
            "|",
            "java\\.lang\\.Class\\.(forName|newInstance|getResource|getResourceAsStream|get(Declared)?(Method|Field|Constructor)s?)",
            "java\\.lang\\.ClassLoader\\.(loadClass|getResource.*|getSystemResource.*|resources)",
            "java\\.lang\\.reflect\\.(Proxy\\.newProxyInstance|.*\\.setAccessible|.*\\.trySetAccessible)",
            "java\\.lang\\.invoke\\.MethodHandles\\$Lookup\\.(find.*|unreflect.*|defineClass|defineHiddenClass)",
            "java\\.util\\.ServiceLoader\\.load.*",
            "java\\.util\\.ResourceBundle\\.getBundle",
            "java\\.io\\.ObjectInputStream\\..*",
            "java\\.nio\\.charset\\.Charset\\.forName",
            "java\\.lang\\.System\\.load(Library)?",
            "sun\\.misc\\.Unsafe\\..*"));

    private Calls() {}

    /// What static initialisers do that belongs to run time, with the way to it; lambdas they only make are not run.
    static Set<String> inStaticInitialisers(HouseClasses classes) {
        var complaints = new TreeSet<String>();
        for (var method : classes.methods()) {
            if (method.methodName().equalsString("<clinit>")) {
                follow(classes, method, HouseClasses.nameOf(method), new HashSet<>(), complaints);
            }
        }
        return complaints;
    }

    private static void follow(
            HouseClasses classes, MethodModel method, String way, Set<MethodModel> seen, Set<String> complaints) {
        if (!seen.add(method)) {
            return;
        }
        for (var call : calls(method)) {
            if (BELONGS_TO_RUN_TIME.matcher(call.name()).matches()) {
                complaints.add(way + " calls " + call.name());
            }
            classes.method(call.owner(), call.method(), call.descriptor())
                    .ifPresent(
                            next -> follow(classes, next, way + " > " + HouseClasses.nameOf(next), seen, complaints));
        }
    }

    /// Who finds something by its name, and how.
    static Set<String> byName(HouseClasses classes) {
        var found = new TreeSet<String>();
        for (var method : classes.methods()) {
            var all = new ArrayList<>(calls(method));
            all.addAll(references(method));
            for (var call : all) {
                if (BY_NAME.matcher(call.name()).matches()) {
                    found.add(HouseClasses.nameOf(method) + " calls " + call.name());
                }
            }
        }
        return found;
    }

    /// Those that nobody declared.
    static Set<String> notDeclared(Set<String> found, Map<String, String> declared) {
        var difference = new TreeSet<>(found);
        difference.removeAll(declared.keySet());
        return difference;
    }

    private record Call(String owner, String method, String descriptor) {
        String name() {
            return owner.replace('/', '.') + "." + method;
        }
    }

    private static List<Call> calls(MethodModel method) {
        var calls = new ArrayList<Call>();
        method.code()
                .ifPresent(code -> code.forEach(each -> {
                    if (each instanceof InvokeInstruction invoke) {
                        calls.add(new Call(
                                invoke.owner().asInternalName(),
                                invoke.name().stringValue(),
                                invoke.type().stringValue()));
                    }
                }));
        return calls;
    }

    /// Methods named as `Type::method`.
    private static List<Call> references(MethodModel method) {
        var references = new ArrayList<Call>();
        method.code()
                .ifPresent(code -> code.forEach(each -> {
                    if (each instanceof InvokeDynamicInstruction dynamic) {
                        for (var argument : dynamic.bootstrapArgs()) {
                            if (argument instanceof DirectMethodHandleDesc handle) {
                                var owner = handle.owner().descriptorString();
                                references.add(new Call(
                                        owner.substring(1, owner.length() - 1),
                                        handle.methodName(),
                                        handle.lookupDescriptor()));
                            }
                        }
                    }
                }));
        return references;
    }
}
