package studio.diorama.models.cameranoise.simulator;

/// 3 × 3 matrices, row by row.
final class Matrix3 {

    private Matrix3() {}

    static double[] inverse(double[] m) {
        double[] cofactors = new double[9];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                int nextRow = 3 * ((row + 1) % 3);
                int lastRow = 3 * ((row + 2) % 3);
                int nextColumn = (column + 1) % 3;
                int lastColumn = (column + 2) % 3;
                // Cyclic indices give the sign; written transposed, as the inverse needs it.
                cofactors[3 * column + row] = m[nextRow + nextColumn] * m[lastRow + lastColumn]
                        - m[nextRow + lastColumn] * m[lastRow + nextColumn];
            }
        }
        double determinant = m[0] * cofactors[0] + m[1] * cofactors[3] + m[2] * cofactors[6];
        if (Math.abs(determinant) < 1e-9) {
            throw new IllegalArgumentException("the matrix has no inverse");
        }
        for (int i = 0; i < 9; i++) {
            cofactors[i] /= determinant;
        }
        return cofactors;
    }
}
