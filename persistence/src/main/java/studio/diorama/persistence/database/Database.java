package studio.diorama.persistence.database;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.registry.classloading.internal.ClassLoaderServiceImpl;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.hibernate.jpa.boot.spi.Bootstrap;
import org.hibernate.jpa.boot.spi.PersistenceConfigurationDescriptor;
import studio.diorama.persistence.internal.Entities;
import studio.diorama.persistence.internal.TransactionDataSource;

/// The open database: connection pool, migrations, Hibernate, transactions. One per process; safe for all threads.
///
/// A transaction belongs to the thread that runs it, and an inner call joins the outer one, so that a use case can call
/// several repositories and still be all or nothing.
public final class Database implements AutoCloseable {

    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(5);

    /// PostgreSQL waits for ever by default: for a lock, and for a process that was stopped within a transaction.
    private static final String POSTGRES_SESSION =
            "set lock_timeout = '10s'; set idle_in_transaction_session_timeout = '60s'";

    private final boolean h2;
    private final HikariDataSource pool;
    private final TransactionDataSource dataSource;
    private final SessionFactory sessions;
    private final ThreadLocal<Session> current = new ThreadLocal<>();

    private Database(boolean h2, HikariDataSource pool, SessionFactory sessions) {
        this.h2 = h2;
        this.pool = pool;
        this.sessions = sessions;
        this.dataSource = new TransactionDataSource(pool);
    }

    /// Connects, brings the tables up to date and returns once both are done.
    public static Database open(DatabaseAddress address) {
        requireNonNull(address, "address is null");
        if (address.isH2()) {
            // AUTO_SERVER listens for the machine's other processes: never for other machines.
            System.setProperty("h2.bindAddress", "127.0.0.1");
        }
        HikariConfig config = new HikariConfig();
        config.setConnectionInitSql(address.isH2() ? null : POSTGRES_SESSION);
        config.setJdbcUrl(address.url());
        // Named, because the JDK looks for drivers once in a process, with whatever class loader was there first.
        config.setDriverClassName(address.isH2() ? "org.h2.Driver" : "org.postgresql.Driver");
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(address.connections());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
        config.setInitializationFailTimeout(Duration.ofSeconds(30).toMillis());
        config.setPoolName("diorama");
        HikariDataSource pool = new HikariDataSource(config);
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(pool)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return new Database(address.isH2(), pool, sessionFactory(pool));
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static SessionFactory sessionFactory(DataSource pool) {
        HibernatePersistenceConfiguration configuration = new HibernatePersistenceConfiguration("diorama");
        Entities.ALL.forEach(configuration::managedClass);
        configuration
                .property(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, pool)
                .property(AvailableSettings.JDBC_TIME_ZONE, "UTC")
                .property(AvailableSettings.PHYSICAL_NAMING_STRATEGY, new PhysicalNamingStrategySnakeCaseImpl())
                .property(AvailableSettings.STATEMENT_BATCH_SIZE, 50)
                .property(AvailableSettings.ORDER_INSERTS, true);
        // Hibernate asks several class loaders for an entity by its name. Under Quarkus' tests another one would answer
        // first, with a class that is not the one of the repositories.
        ClassLoaderServiceImpl loader = new ClassLoaderServiceImpl(Database.class.getClassLoader());
        return Bootstrap.getEntityManagerFactoryBuilder(
                        new PersistenceConfigurationDescriptor(configuration), Map.of(), loader)
                .build()
                .unwrap(SessionFactory.class);
    }

    /// Runs `work` in this thread's transaction, or in a new one that is committed when `work` returns and rolled
    /// back when it throws.
    public <T> T transaction(Function<Session, T> work) {
        Session outer = current.get();
        if (outer != null) {
            return work.apply(outer);
        }
        return sessions.fromTransaction(session -> {
            current.set(session);
            try {
                return session.doReturningWork(connection -> dataSource.bound(connection, () -> {
                    T result = work.apply(session);
                    session.flush();
                    return result;
                }));
            } finally {
                current.remove();
            }
        });
    }

    /// The same for work without a result.
    public void run(Consumer<Session> work) {
        transaction(session -> {
            work.accept(session);
            return null;
        });
    }

    /// Ends a query that keeps its rows from being deleted until the transaction ends. PostgreSQL lets others do so at
    /// the same time, H2 knows only one kind of lock.
    public String keyLock() {
        return h2 ? " for update" : " for key share";
    }

    /// Ends a query that keeps its rows from being changed until the transaction ends; rows may still come to refer to
    /// them.
    public String rowLock() {
        return h2 ? " for update" : " for no key update";
    }

    /// Connections of this thread's transaction while one runs, else of the pool: for libraries that speak JDBC.
    public DataSource dataSource() {
        return dataSource;
    }

    /// Whether a connection answers within two seconds.
    public boolean answers() {
        try (java.sql.Connection connection = pool.getConnection()) {
            return connection.isValid(2);
        } catch (java.sql.SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        sessions.close();
        pool.close();
    }
}
