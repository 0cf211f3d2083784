package templates

// Values of Content-Security-Policy.
const (
	// PagePolicy lets a page load our own style sheet, script and pictures, and send
	// its form to us, by itself or through the script.
	PagePolicy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; " +
		"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
	// BarePolicy suits documents that show and load nothing: a browser that is made to
	// open one runs no script in it.
	BarePolicy = "default-src 'none'; frame-ancestors 'none'"
)
