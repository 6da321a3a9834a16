package studio.diorama.models.cameranoise.flow;

import studio.diorama.common.Seed;
import studio.diorama.models.cameranoise.CounterGaussian;
import studio.diorama.models.cameranoise.flow.ParameterSpec.Part;

/// A 3×3 matrix as P (L + I)(U + diag(sign · exp(logDiagonal))), as the invertible convolution keeps it (Kingma,
/// Dhariwal: *Glow*, 2018, section 3.2).
///
/// @param permutation row-major, one 1 in each row and column
/// @param lower row-major, used strictly below the diagonal
/// @param upper row-major, used strictly above the diagonal
/// @param sign +1 or −1
/// @param logDiagonal logarithm of the diagonal's magnitude
public record Rotation(float[] permutation, float[] lower, float[] upper, float[] sign, float[] logDiagonal) {

    /// Evenly among all rotations and reflections: Gram-Schmidt on Gaussian columns.
    static Rotation random(Seed seed) {
        double[][] rows = new double[3][3];
        for (int i = 0; i < 3; i++) {
            long key = CounterGaussian.rowKey(seed, i);
            for (int j = 0; j < 3; j++) {
                rows[i][j] = CounterGaussian.at(key, j);
            }
            for (int before = 0; before < i; before++) {
                double along = dot(rows[i], rows[before]);
                for (int j = 0; j < 3; j++) {
                    rows[i][j] -= along * rows[before][j];
                }
            }
            double length = Math.sqrt(dot(rows[i], rows[i]));
            for (int j = 0; j < 3; j++) {
                rows[i][j] /= length;
            }
        }
        return decompose(rows);
    }

    /// Of a mixing step.
    public static Rotation of(FlowParameters parameters, FlowStep step) {
        return new Rotation(
                parameters.of(step, "permutation"),
                parameters.of(step, "lower"),
                parameters.of(step, "upper"),
                parameters.of(step, "sign"),
                parameters.of(step, "log_diagonal"));
    }

    float[] part(Part part) {
        return switch (part) {
            case PERMUTATION -> permutation;
            case LOWER -> lower;
            case UPPER -> upper;
            case SIGN -> sign;
            case LOG_DIAGONAL -> logDiagonal;
        };
    }

    /// (3 × 3) row-major W, whose forward use is z = W·n.
    public double[] matrix() {
        double[] product = new double[9];
        double[] left = new double[9];
        double[] right = new double[9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                left[3 * i + j] = i == j ? 1 : i > j ? lower[3 * i + j] : 0;
                right[3 * i + j] = i == j ? sign[i] * Math.exp(logDiagonal[i]) : i < j ? upper[3 * i + j] : 0;
            }
        }
        double[] both = multiply(left, right);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    product[3 * i + j] += permutation[3 * i + k] * both[3 * k + j];
                }
            }
        }
        return product;
    }

    /// The inverse of a (3 × 3) row-major matrix, by cofactors.
    public static double[] inverse(double[] m) {
        double[] inverse = new double[9];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                int r1 = 3 * ((row + 1) % 3);
                int r2 = 3 * ((row + 2) % 3);
                int c1 = (column + 1) % 3;
                int c2 = (column + 2) % 3;
                inverse[3 * column + row] = m[r1 + c1] * m[r2 + c2] - m[r1 + c2] * m[r2 + c1];
            }
        }
        double determinant = m[0] * inverse[0] + m[1] * inverse[3] + m[2] * inverse[6];
        for (int i = 0; i < 9; i++) {
            inverse[i] /= determinant;
        }
        return inverse;
    }

    private static double[] multiply(double[] left, double[] right) {
        double[] product = new double[9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    product[3 * i + j] += left[3 * i + k] * right[3 * k + j];
                }
            }
        }
        return product;
    }

    private static Rotation decompose(double[][] matrix) {
        int[] order = {0, 1, 2};
        double[][] work = {matrix[0].clone(), matrix[1].clone(), matrix[2].clone()};
        double[][] lower = new double[3][3];
        for (int column = 0; column < 3; column++) {
            int pivot = column;
            for (int row = column + 1; row < 3; row++) {
                if (Math.abs(work[row][column]) > Math.abs(work[pivot][column])) {
                    pivot = row;
                }
            }
            swap(work, column, pivot);
            swap(lower, column, pivot);
            int kept = order[column];
            order[column] = order[pivot];
            order[pivot] = kept;
            for (int row = column + 1; row < 3; row++) {
                lower[row][column] = work[row][column] / work[column][column];
                for (int j = 0; j < 3; j++) {
                    work[row][j] -= lower[row][column] * work[column][j];
                }
            }
        }
        float[] permutation = new float[9];
        float[] lowerPart = new float[9];
        float[] upper = new float[9];
        float[] sign = new float[3];
        float[] logDiagonal = new float[3];
        for (int i = 0; i < 3; i++) {
            permutation[3 * order[i] + i] = 1;
            sign[i] = Math.signum((float) work[i][i]);
            logDiagonal[i] = (float) Math.log(Math.abs(work[i][i]));
            for (int j = 0; j < 3; j++) {
                if (j < i) {
                    lowerPart[3 * i + j] = (float) lower[i][j];
                } else if (j > i) {
                    upper[3 * i + j] = (float) work[i][j];
                }
            }
        }
        return new Rotation(permutation, lowerPart, upper, sign, logDiagonal);
    }

    private static void swap(double[][] rows, int first, int second) {
        double[] kept = rows[first];
        rows[first] = rows[second];
        rows[second] = kept;
    }

    private static double dot(double[] left, double[] right) {
        return left[0] * right[0] + left[1] * right[1] + left[2] * right[2];
    }
}
