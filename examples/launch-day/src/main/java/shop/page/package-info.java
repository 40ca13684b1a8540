/** The shop's pages and jobs, one class each, in the form that fell over on launch day and in the form it has today. */
@NullMarked
package shop.page;

import org.jspecify.annotations.NullMarked;
