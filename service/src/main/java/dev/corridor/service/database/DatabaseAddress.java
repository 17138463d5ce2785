package dev.corridor.service.database;

/**
 * Where a PostgreSQL is and how to log in.
 *
 * @param url for JDBC; user and password stand beside it, because tools like to print it
 * @param password empty where the server asks for none
 */
public record DatabaseAddress(String url, String user, String password) {

    /** Without the password, and without the URL's parameters, which may hold another. */
    @Override
    public String toString() {
        return url.replaceFirst("[?].*", "") + " as " + user;
    }
}
