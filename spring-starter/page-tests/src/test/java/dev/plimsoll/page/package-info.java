/** The page of the Spring Boot starter, tried in Chromium on a shop that runs. */
package dev.plimsoll.page;
