package dev.corridor.persistence;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.persistence.lane.Refusal;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.statement.TemplateEngine;

/** JDBI, configured for PostgreSQL. */
public final class Database {

    private static final Logger LOG = System.getLogger(Database.class.getName());

    private Database() {}

    public static Jdbi on(DataSource dataSource) {
        return configured(Jdbi.create(dataSource));
    }

    /** For requests: without a connection nothing has been done, so they fail with {@code service_unavailable}. */
    public static Jdbi forRequestsOn(DataSource dataSource) {
        return configured(Jdbi.create(() -> {
            try {
                return dataSource.getConnection();
            } catch (SQLException e) {
                LOG.log(Level.WARNING, "No database connection for a request: {0}", e.getMessage());
                throw new BusinessException(ServiceUnavailable.outage());
            }
        }));
    }

    /** Whether the database has refused it because it takes no writes for now. Then nothing of its transaction is kept. */
    public static boolean isUnwritable(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && Refusal.of(sql) == Refusal.UNWRITABLE) {
                return true;
            }
        }
        return false;
    }

    private static Jdbi configured(Jdbi jdbi) {
        jdbi.registerArrayType(UUID.class, "uuid");
        jdbi.registerArrayType(String.class, "text");
        jdbi.registerArrayType(Boolean.class, "bool");
        jdbi.registerArrayType(Integer.class, "int4");
        jdbi.registerArrayType(Long.class, "int8");
        jdbi.registerArrayType(Instant.class, "timestamptz");
        jdbi.registerArrayType(LocalDate.class, "date");
        jdbi.configure(SqlStatements.class, statements -> statements.setTemplateEngine(TemplateEngine.NOP));
        // Exceptions are logged, so they must not contain bound values, which may be personal data.
        jdbi.configure(StatementExceptions.class, exceptions -> exceptions.setMessageRendering(MessageRendering.NONE));
        return jdbi;
    }
}
