package studio.diorama.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ScriptedFunctionTest {

    @Test
    void returnsSeveralTensorsAndTakesNumbers() {
        ScriptedFunction function = ScriptedFunction.of("split", """
                def forward(self, x: Tensor, y: Tensor, numbers: Tensor) -> Tuple[Tensor, Tensor]:
                  scaled = self.scale(x, float(numbers[0]))
                  return (scaled + y, scaled - y)
                def scale(self, x: Tensor, factor: float) -> Tensor:
                  return x * factor
                """);
        try (Scope scope = Scope.open(ComputeDevice.CPU)) {
            List<Tensor> both = function.callAll(List.of(scope.ones(2), scope.full(3, 2)), 10);
            assertThat(both.get(0).toFloats()).containsExactly(13, 13);
            assertThat(both.get(1).toFloats()).containsExactly(7, 7);
            assertThat(scope.alive()).isEqualTo(4);
            assertThatThrownBy(() -> function.call(List.of(scope.ones(2), scope.ones(2)), 1))
                    .hasMessageContaining("returns 2 tensors");
            assertThatThrownBy(() -> function.callAll(List.of(scope.ones(2), scope.ones(3)), 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("split cannot take (2) and (3)");
        }
    }

    @Test
    void passesGradientsTwice() {
        ScriptedFunction network = ScriptedFunction.of("network", """
                def forward(self, x: Tensor, weight: Tensor) -> Tensor:
                  y = x
                  for i in range(3):
                    y = torch.tanh(torch.matmul(y, weight))
                  return y
                """);
        GradientCheck.of(in -> network.call(in.get(0), in.get(1)))
                .input(-1, 1, 2, 3)
                .input(-1, 1, 3, 3)
                .twice();
    }

    @Test
    void saysWhereATextDoesNotCompile() {
        assertThatThrownBy(() -> ScriptedFunction.of("broken", """
                        def forward(self, x: Tensor) -> Tensor:
                          return torch.no_such_operator(x)
                        """))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("broken")
                .hasMessageContaining("no_such_operator");
    }
}
