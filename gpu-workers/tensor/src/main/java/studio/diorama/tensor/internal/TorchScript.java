package studio.diorama.tensor.internal;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The text of every operator that DJL lacks or gets wrong. Numbers that seldom change stand in the text itself.
public final class TorchScript {

    private TorchScript() {}

    // --- Numbers
    // ------------------------------------------------------------------------------------------------------

    public static final String CLAMP = """
            def forward(self, x: Tensor, numbers: Tensor) -> Tensor:
              return torch.clamp(x, float(numbers[0]), float(numbers[1]))
            """;

    /// 6 and 7 are libtorch's numbers of the types.
    public static final String TO_FLOAT32 = """
            def forward(self, x: Tensor) -> Tensor:
              return torch.to(x, 6)
            """;

    public static final String TO_FLOAT64 = """
            def forward(self, x: Tensor) -> Tensor:
              return torch.to(x, 7)
            """;

    public static final String WHERE = """
            def forward(self, mask: Tensor, x: Tensor, other: Tensor) -> Tensor:
              return torch.where(mask, x, other)
            """;

    public static final String ALL_FINITE = """
            def forward(self, x: Tensor) -> Tensor:
              return torch.all(torch.isfinite(x))
            """;

    public static String logSumExp(int axis) {
        return """
                def forward(self, x: Tensor) -> Tensor:
                  return torch.logsumexp(x, [%d], False)
                """.formatted(axis);
    }

    public static String cumulativeSum(int axis) {
        return """
                def forward(self, x: Tensor) -> Tensor:
                  return torch.cumsum(x, %d)
                """.formatted(axis);
    }

    // --- Gathering and scattering
    // -------------------------------------------------------------------------------------

    public static String scatterAdd(int axis) {
        return """
                def forward(self, x: Tensor, index: Tensor, values: Tensor) -> Tensor:
                  return torch.scatter_add(x, %d, index, values)
                """.formatted(axis);
    }

    public static String indexSelect(int axis) {
        return """
                def forward(self, x: Tensor, index: Tensor) -> Tensor:
                  return torch.index_select(x, %d, index)
                """.formatted(axis);
    }

    // --- Products
    // -----------------------------------------------------------------------------------------------------

    /// @param equation letters, commas, dots and one arrow
    public static String einsum(String equation, int operands) {
        return """
                def forward(self, %s) -> Tensor:
                  return torch.einsum("%s", [%s])
                """.formatted(parameters("x", operands), equation, names("x", operands));
    }

    public static String convTranspose2d(
            boolean bias, int stride, int padding, int outputPadding, int dilation, int groups) {
        return """
                def forward(self, x: Tensor, weight: Tensor%s) -> Tensor:
                  return torch.conv_transpose2d(x, weight, %s, [%d, %d], [%d, %d], [%d, %d], %d, [%d, %d])
                """.formatted(
                        bias ? ", bias: Tensor" : "",
                        bias ? "bias" : "None",
                        stride,
                        stride,
                        padding,
                        padding,
                        outputPadding,
                        outputPadding,
                        groups,
                        dilation,
                        dilation);
    }

    public static String attention(boolean mask, boolean causal) {
        return """
                def forward(self, query: Tensor, key: Tensor, value: Tensor%s) -> Tensor:
                  return torch.scaled_dot_product_attention(query, key, value, %s, 0.0, %s)
                """.formatted(mask ? ", mask: Tensor" : "", mask ? "mask" : "None", causal ? "True" : "False");
    }

    // --- Normalisation
    // ------------------------------------------------------------------------------------------------

    public static String groupNorm(int groups, double epsilon) {
        return """
                def forward(self, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
                  return torch.group_norm(x, %d, weight, bias, %s)
                """.formatted(groups, number(epsilon));
    }

    /// Over the last axis.
    public static String layerNorm(double epsilon) {
        return """
                def forward(self, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
                  return torch.layer_norm(x, [x.size(-1)], weight, bias, %s)
                """.formatted(number(epsilon));
    }

    // --- Pictures
    // -----------------------------------------------------------------------------------------------------

    /// @param interpolation 0 bilinear, 1 nearest
    /// @param padding 0 zeros, 1 border
    public static String gridSample(int interpolation, int padding, boolean alignCorners) {
        return """
                def forward(self, x: Tensor, grid: Tensor) -> Tensor:
                  return torch.grid_sampler(x, grid, %d, %d, %s)
                """.formatted(interpolation, padding, alignCorners ? "True" : "False");
    }

    public static String pad2d(int left, int right, int top, int bottom) {
        return """
                def forward(self, x: Tensor, numbers: Tensor) -> Tensor:
                  return torch.constant_pad_nd(x, [%d, %d, %d, %d], float(numbers[0]))
                """.formatted(left, right, top, bottom);
    }

    public static final String AVERAGE_POOL = """
            def forward(self, x: Tensor, numbers: Tensor) -> Tensor:
              size = int(numbers[0])
              return torch.avg_pool2d(x, [size, size], [size, size])
            """;

    public static final String UPSAMPLE_NEAREST = """
            def forward(self, x: Tensor, numbers: Tensor) -> Tensor:
              size = [int(numbers[0]), int(numbers[1])]
              return torch.upsample_nearest2d(x, size)
            """;

    public static final String UPSAMPLE_BILINEAR = """
            def forward(self, x: Tensor, numbers: Tensor) -> Tensor:
              size = [int(numbers[0]), int(numbers[1])]
              return torch.upsample_bilinear2d(x, size, False)
            """;

    // --- Gradients
    // ----------------------------------------------------------------------------------------------------

    public static final String IS_RECORDED = """
            def forward(self, x: Tensor) -> Tensor:
              return torch.full([1], float(x.requires_grad))
            """;

    /// The gradients of a scalar for some tensors; zeros where it does not depend on one.
    public static String gradients(int inputs, boolean keepGraph, boolean recordGraph) {
        return """
                def forward(self, y: Tensor, %s) -> List[Tensor]:
                  inputs = [%s]
                  found = torch.grad([y], inputs, None, %s, %s, True)
                  gradients = annotate(List[Tensor], [])
                  for i in range(len(inputs)):
                    gradient = found[i]
                    if gradient is None:
                      gradients.append(torch.zeros_like(inputs[i]))
                    else:
                      gradients.append(gradient)
                  return gradients
                """.formatted(
                        parameters("x", inputs),
                        names("x", inputs),
                        keepGraph ? "True" : "False",
                        recordGraph ? "True" : "False");
    }

    // --- Stores: these write to their arguments
    // -----------------------------------------------------------------------

    public static final String COPY = """
            def forward(self, target: Tensor, source: Tensor) -> Tensor:
              return target.copy_(source)
            """;

    /// One step of Adam for some parameters, given as parameter, gradient, first and second moment, and so on.
    ///
    /// Numbers: learning rate over the first moment's bias correction, one over the root of the second's, beta 1,
    /// beta 2, epsilon, what weight decay leaves.
    public static String adam(int count) {
        return """
                def forward(self, %s, numbers: Tensor) -> Tensor:
                  all = [%s]
                  rate = float(numbers[0])
                  correction = float(numbers[1])
                  beta1 = float(numbers[2])
                  beta2 = float(numbers[3])
                  epsilon = float(numbers[4])
                  kept = float(numbers[5])
                  for i in range(len(all) // 4):
                    parameter = all[4 * i]
                    gradient = all[4 * i + 1]
                    first = all[4 * i + 2]
                    second = all[4 * i + 3]
                    if kept != 1.0:
                      parameter.mul_(kept)
                    first.mul_(beta1).add_(gradient, alpha=1.0 - beta1)
                    second.mul_(beta2).addcmul_(gradient, gradient, value=1.0 - beta2)
                    root = torch.add(torch.mul(torch.sqrt(second), correction), epsilon)
                    parameter.addcdiv_(first, root, value=-rate)
                  return numbers
                """.formatted(parameters("x", 4 * count), names("x", 4 * count));
    }

    /// Scales gradients so that their common norm is at most numbers[0]; returns the norm from before.
    public static String clipGlobalNorm(int count) {
        return """
                def forward(self, %s, numbers: Tensor) -> Tensor:
                  gradients = [%s]
                  norms = annotate(List[Tensor], [])
                  for gradient in gradients:
                    norms.append(torch.norm(gradient))
                  norm = torch.norm(torch.stack(norms))
                  scale = torch.clamp(float(numbers[0]) / (norm + 1e-6), max=1.0)
                  for gradient in gradients:
                    gradient.mul_(scale)
                  return norm
                """.formatted(parameters("x", count), names("x", count));
    }

    /// Moves averages, given as average, value and so on, towards the values; numbers[0] of the average stays.
    public static String moveAverages(int count) {
        return """
                def forward(self, %s, numbers: Tensor) -> Tensor:
                  all = [%s]
                  kept = float(numbers[0])
                  for i in range(len(all) // 2):
                    all[2 * i].mul_(kept).add_(all[2 * i + 1], alpha=1.0 - kept)
                  return numbers
                """.formatted(parameters("x", 2 * count), names("x", 2 * count));
    }

    // --- Pieces
    // -------------------------------------------------------------------------------------------------------

    /// `x0: Tensor, x1: Tensor`
    public static String parameters(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i + ": Tensor").collect(Collectors.joining(", "));
    }

    /// `x0, x1`
    public static String names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).collect(Collectors.joining(", "));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.17e", value);
    }
}
