/** Tests of the documents: their content is compared with the code, or run. */
package dev.corridor.service.documents;
