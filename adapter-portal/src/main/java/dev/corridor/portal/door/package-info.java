/**
 * Who may enter: logins, sessions in cookies, and forms that only our own pages send. Every page and every form passes {@link
 * dev.corridor.portal.door.Door}, which authenticates by the use cases of the API and asks for the same permissions.
 */
package dev.corridor.portal.door;
