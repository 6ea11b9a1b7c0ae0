package io.alphapanda.stage.testing.executable;

import java.lang.classfile.Attributes;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Signature;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.invoke.MethodType;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.stream.Stream;

/// Of what type an operand is, generics included, from the instruction that puts it on the stack.
final class OperandType {

    private OperandType() {}

    /// @param index where the operand is used
    /// @return empty if the instruction does not say
    static Set<Class<?>> of(MethodModel method, int index, Instruction handed) {
        return switch (handed) {
            case ConstantInstruction.LoadConstantInstruction constant
            when constant.constantValue() instanceof ClassDesc literal -> Mentioned.in(load(literal));
            case LoadInstruction load -> variable(method, index, load.slot());
            case NewObjectInstruction made -> anonymous(load(made.className().asSymbol()));
            case InvokeInstruction call -> returned(call);
            case FieldInstruction field -> Mentioned.in(field(field));
            case TypeCheckInstruction cast -> Mentioned.in(load(cast.type().asSymbol()));
            default -> Set.of();
        };
    }

    /// `new TypeReference<Map<String, Tick>>() {}` says what it is for in its superclass.
    private static Set<Class<?>> anonymous(Class<?> type) {
        return type.isAnonymousClass() ? Mentioned.in(type.getGenericSuperclass()) : Mentioned.in(type);
    }

    private static Set<Class<?>> returned(InvokeInstruction call) {
        var owner = load(call.owner().asSymbol());
        return Stream.of(owner)
                .flatMap(each -> Stream.concat(Stream.of(each.getMethods()), Stream.of(each.getDeclaredMethods())))
                .filter(each -> each.getName().equals(call.name().stringValue()))
                .filter(each -> MethodType.methodType(each.getReturnType(), each.getParameterTypes())
                        .descriptorString()
                        .equals(call.type().stringValue()))
                .findFirst()
                .map(each -> Mentioned.in(each.getGenericReturnType()))
                .orElse(Set.of());
    }

    private static Type field(FieldInstruction field) {
        try {
            return load(field.owner().asSymbol())
                    .getDeclaredField(field.name().stringValue())
                    .getGenericType();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /// From the tables of local variables, which debuggers read: those with generics first.
    private static Set<Class<?>> variable(MethodModel method, int index, int slot) {
        var code = (CodeAttribute) method.code().orElseThrow();
        int at = position(method, index);
        for (var table : code.findAttributes(Attributes.localVariableTypeTable())) {
            for (var each : table.localVariableTypes()) {
                if (each.slot() == slot && each.startPc() <= at && at < each.startPc() + each.length()) {
                    return Mentioned.in(Signature.parseFrom(each.signature().stringValue()));
                }
            }
        }
        for (var table : code.findAttributes(Attributes.localVariableTable())) {
            for (var each : table.localVariables()) {
                if (each.slot() == slot && each.startPc() <= at && at < each.startPc() + each.length()) {
                    return Mentioned.in(load(ClassDesc.ofDescriptor(each.type().stringValue())));
                }
            }
        }
        return Set.of();
    }

    private static int position(MethodModel method, int index) {
        int position = 0;
        for (var each : Operand.code(method).subList(0, index)) {
            position += each instanceof Instruction instruction ? instruction.sizeInBytes() : 0;
        }
        return position;
    }

    static Class<?> load(ClassDesc type) {
        if (type.isPrimitive()) {
            return int.class;
        }
        var name = type.descriptorString();
        return HouseClasses.load(type.isArray() ? name : name.substring(1, name.length() - 1));
    }
}
