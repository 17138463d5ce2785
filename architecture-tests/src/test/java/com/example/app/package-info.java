/** A shop in miniature, laid out as the rules expect a house to be. */
package com.example.app;
