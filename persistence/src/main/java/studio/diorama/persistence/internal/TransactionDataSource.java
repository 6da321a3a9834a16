package studio.diorama.persistence.internal;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;

/// Hands out the connection of the running transaction, so that a library that only knows data sources (db-scheduler)
/// writes its rows in the same transaction as Hibernate; outside of one, an ordinary connection of the pool.
public final class TransactionDataSource implements DataSource {

    private final DataSource pool;
    private final ThreadLocal<Connection> bound = new ThreadLocal<>();

    public TransactionDataSource(DataSource pool) {
        this.pool = pool;
    }

    /// Runs `work` with `connection` as this thread's connection.
    public <T> T bound(Connection connection, Supplier<T> work) {
        bound.set(connection);
        try {
            return work.get();
        } finally {
            bound.remove();
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = bound.get();
        return connection == null ? pool.getConnection() : leftOpen(connection);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("Connections are made for the configured user alone");
    }

    /// The transaction ends where it began: whoever borrows its connection can neither close nor end it.
    private static Connection leftOpen(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                TransactionDataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "close", "commit", "rollback", "setAutoCommit" -> {
                            return null;
                        }
                        default -> {
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }
                    }
                });
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return pool.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool.isWrapperFor(type);
    }
}
