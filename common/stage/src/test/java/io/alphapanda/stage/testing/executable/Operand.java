package io.alphapanda.stage.testing.executable;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.util.List;
import java.util.Optional;

/// Which instruction puts an argument of a call on the stack: goes back from the call, keeping count.
final class Operand {

    /// Takes and gives, in values.
    private record Effect(int takes, int gives) {}

    private static final Optional<Effect> UNKNOWN = Optional.empty();

    private Operand() {}

    /// @param call  where in the code the call is
    /// @param above how many arguments stand behind the one that is looked for
    /// @return empty if the way there branches
    static Optional<Instruction> of(MethodModel method, int call, int above) {
        var code = method.code().orElseThrow().elementList();
        int wanted = above;
        for (int i = call - 1; i >= 0; i--) {
            if (!(code.get(i) instanceof Instruction instruction)) {
                continue;
            }
            if (instruction.opcode() == Opcode.DUP && wanted < 2) {
                wanted = 0;
                continue;
            }
            var effect = effect(instruction);
            if (effect.isEmpty()) {
                return Optional.empty();
            }
            if (wanted < effect.get().gives()) {
                return Optional.of(instruction);
            }
            wanted += effect.get().takes() - effect.get().gives();
        }
        return Optional.empty();
    }

    private static Optional<Effect> effect(Instruction instruction) {
        return switch (instruction) {
            case LoadInstruction _, ConstantInstruction _, NewObjectInstruction _ -> effect(0, 1);
            case StoreInstruction _ -> effect(1, 0);
            case IncrementInstruction _ -> effect(0, 0);
            case ConvertInstruction _,
                    TypeCheckInstruction _,
                    NewPrimitiveArrayInstruction _,
                    NewReferenceArrayInstruction _ -> effect(1, 1);
            case ArrayLoadInstruction _ -> effect(2, 1);
            case ArrayStoreInstruction _ -> effect(3, 0);
            case FieldInstruction field ->
                switch (field.opcode()) {
                    case GETSTATIC -> effect(0, 1);
                    case GETFIELD -> effect(1, 1);
                    case PUTSTATIC -> effect(1, 0);
                    default -> effect(2, 0);
                };
            case InvokeInstruction invoke -> {
                var type = invoke.typeSymbol();
                int receiver = invoke.opcode() == Opcode.INVOKESTATIC ? 0 : 1;
                yield effect(type.parameterCount() + receiver, given(TypeKind.from(type.returnType())));
            }
            case InvokeDynamicInstruction dynamic -> effect(dynamic.typeSymbol().parameterCount(), 1);
            case OperatorInstruction operator ->
                switch (operator.opcode()) {
                    case ARRAYLENGTH, INEG, LNEG, FNEG, DNEG -> effect(1, 1);
                    default -> effect(2, 1);
                };
            case StackInstruction stack when stack.opcode() == Opcode.POP -> effect(1, 0);
            case StackInstruction stack when stack.opcode() == Opcode.DUP -> effect(1, 2);
            case BranchInstruction _ -> UNKNOWN;
            default -> UNKNOWN;
        };
    }

    private static int given(TypeKind kind) {
        return kind == TypeKind.VOID ? 0 : 1;
    }

    private static Optional<Effect> effect(int takes, int gives) {
        return Optional.of(new Effect(takes, gives));
    }

    /// The elements of a method's code, by which `of` counts.
    static List<CodeElement> code(MethodModel method) {
        return method.code().map(each -> each.elementList()).orElse(List.of());
    }
}
