package io.alphapanda.stage.testing.executable;

import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Which types are read or written as JSON. Looks at every call of Jackson, and what is handed to it; where that is a
/// parameter, at every call of the method it is a parameter of, and so on.
final class JsonTypes {

    private static final Set<String> JACKSONS = Set.of(
            "writeValueAsString",
            "writeValueAsBytes",
            "readValue",
            "convertValue",
            "treeToValue",
            "valueToTree",
            "constructType",
            "constructCollectionType",
            "constructMapType");
    private static final Set<String> REDIS = Set.of("value", "hash", "list", "set", "sortedSet", "stream", "pubsub");

    /// A parameter through which the type of JSON comes, as an object or as a class.
    private record Gate(String owner, String method, String descriptor, int parameter) {}

    private final HouseClasses classes;
    private final Map<String, String> known;
    private final Set<Gate> gates = new LinkedHashSet<>();
    private final Set<Class<?>> roots = new HashSet<>();
    private final Set<String> complaints = new TreeSet<>();

    /// @param known methods whose types are known otherwise, and why
    private JsonTypes(HouseClasses classes, Map<String, String> known) {
        this.classes = classes;
        this.known = known;
    }

    /// @param roots      the types that are handed over
    /// @param complaints where the type of JSON can't be told
    record Found(Set<Class<?>> roots, Set<String> complaints) {}

    static Found in(HouseClasses classes, Map<String, String> known) {
        var types = new JsonTypes(classes, known);
        int before;
        do {
            before = types.gates.size();
            classes.methods().forEach(types::look);
        } while (types.gates.size() > before);
        return new Found(types.roots, types.complaints);
    }

    private void look(MethodModel method) {
        if (known.containsKey(HouseClasses.nameOf(method))) {
            return;
        }
        var code = Operand.code(method);
        for (int i = 0; i < code.size(); i++) {
            switch (code.get(i)) {
                case InvokeInstruction call -> lookAtCall(method, call, i);
                case InvokeDynamicInstruction reference -> lookAtReference(method, reference, i);
                default -> {}
            }
        }
    }

    private void lookAtCall(MethodModel method, InvokeInstruction call, int index) {
        var type = call.typeSymbol();
        gate(call.owner().asInternalName(), call.name().stringValue(), type)
                .ifPresent(parameter -> lookAtOperand(
                        method,
                        index,
                        type.parameterCount() - 1 - parameter,
                        call.name().stringValue()));
    }

    private void lookAtOperand(MethodModel method, int index, int above, String what) {
        var handed = Operand.of(method, index, above);
        var telling = handed.map(each -> OperandType.of(method, index, each)).filter(Mentioned::isTelling);
        if (telling.isPresent()) {
            roots.addAll(Mentioned.ofTheHouse(telling.get()));
        } else if (handed.isEmpty() || !passesOn(method, handed.get())) {
            complaints.add(HouseClasses.nameOf(method) + " hands " + what + " something whose type can't be told");
        }
    }

    private Optional<Integer> gate(String owner, String name, MethodTypeDesc type) {
        int last = type.parameterCount() - 1;
        if (last >= 0 && owner.startsWith("com/fasterxml/jackson/d") && JACKSONS.contains(name)) {
            return Optional.of(last);
        }
        if (last >= 0 && owner.startsWith("io/quarkus/redis/datasource/") && REDIS.contains(name)) {
            return Optional.of(last);
        }
        return gates.stream()
                .filter(each -> each.owner().equals(owner)
                        && each.method().equals(name)
                        && each.descriptor().equals(type.descriptorString()))
                .map(Gate::parameter)
                .findFirst();
    }

    /// A lambda, or a method named as `codec::encode`: the type is that of what it captures, or of the function it is
    /// made to be.
    private void lookAtReference(MethodModel method, InvokeDynamicInstruction reference, int index) {
        if (reference.bootstrapArgs().size() < 3
                || !(reference.bootstrapArgs().get(1) instanceof DirectMethodHandleDesc handle)
                || !(reference.bootstrapArgs().get(2) instanceof MethodTypeDesc function)) {
            return;
        }
        var owner = handle.owner().descriptorString();
        var type = MethodTypeDesc.ofDescriptor(handle.lookupDescriptor());
        gate(owner.substring(1, owner.length() - 1), handle.methodName(), type).ifPresent(parameter -> {
            int captured = type.parameterCount() - function.parameterCount();
            if (parameter < captured) {
                lookAtOperand(method, index, captured - 1 - parameter, handle.methodName());
            } else {
                var taken = function.parameterType(parameter - Math.max(captured, 0));
                roots.addAll(Mentioned.ofTheHouse(Mentioned.in(OperandType.load(taken))));
            }
        });
    }

    private boolean passesOn(MethodModel method, Instruction handed) {
        if (!(handed instanceof LoadInstruction load)) {
            return false;
        }
        var type = method.methodTypeSymbol();
        int slot = Modifier.isStatic(method.flags().flagsMask()) ? 0 : 1;
        for (int i = 0; i < type.parameterCount(); i++) {
            if (slot == load.slot()) {
                return gates.add(new Gate(
                                method.parent().orElseThrow().thisClass().asInternalName(),
                                method.methodName().stringValue(),
                                method.methodType().stringValue(),
                                i))
                        || true;
            }
            var descriptor = type.parameterType(i).descriptorString();
            slot += descriptor.equals("J") || descriptor.equals("D") ? 2 : 1;
        }
        return false;
    }
}
