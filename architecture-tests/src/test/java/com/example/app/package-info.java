/** A minimal shop in the layout that the rules expect. */
package com.example.app;
