/** The program as a process of its own: started, used over HTTP, and killed. */
@org.jspecify.annotations.NullMarked
package io.vitrine.process;
