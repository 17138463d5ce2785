package dev.corridor.persistence;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ServiceUnavailable;
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

/** How we talk to PostgreSQL through JDBI. */
public final class Database {

    private static final Logger LOG = System.getLogger(Database.class.getName());

    private Database() {}

    public static Jdbi on(DataSource dataSource) {
        return configured(Jdbi.create(dataSource));
    }

    /** The same for what answers requests. Where no connection can be had nothing has been done, and the client is told so. */
    public static Jdbi forRequestsOn(DataSource dataSource) {
        return configured(Jdbi.create(() -> {
            try {
                return dataSource.getConnection();
            } catch (SQLException e) {
                LOG.log(Level.WARNING, "A request finds no connection to the database: {0}", e.getMessage());
                throw new BusinessException(new ServiceUnavailable());
            }
        }));
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
        // An exception is logged: it must not carry what was bound, which may be personal data.
        jdbi.configure(StatementExceptions.class, exceptions -> exceptions.setMessageRendering(MessageRendering.NONE));
        return jdbi;
    }
}
