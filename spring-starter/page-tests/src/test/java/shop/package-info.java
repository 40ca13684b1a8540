/** A small shop with mistakes that are made every day: the application that the page is about. */
package shop;
