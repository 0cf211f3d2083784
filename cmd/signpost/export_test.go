package main

// Main is the program, for the tests that run it as one.
func Main() { main() }
