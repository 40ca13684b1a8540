/** Whole applications with the endpoint and its page, asked over HTTP. */
@NullMarked
package dev.plimsoll.spring.page;

import org.jspecify.annotations.NullMarked;
