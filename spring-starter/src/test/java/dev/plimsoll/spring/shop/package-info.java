/** Two entities and a page that loads one of them row by row after its transaction has ended. */
package dev.plimsoll.spring.shop;
