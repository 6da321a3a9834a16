package studio.diorama.persistence.account;

/// Which look somebody has chosen; `SYSTEM` follows the browser.
public enum ColorScheme {
    SYSTEM,
    LIGHT,
    DARK
}
