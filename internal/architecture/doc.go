// Package architecture holds no code, only tests: who of the house may import
// whom, and which calls the way of a request must not contain.
package architecture
