package discovery

// apple has no discovery of its own: iPhone, iPad and Mac ask Apple alone. A person
// opens the link to a profile and installs it; the path is signpost's.
func apple() Client {
	ask := Step{Format: "profile", Spelling: Encoded, Redirects: Follow}
	return Client{
		Key: "apple", Name: "Apple Mail", Optional: true,
		Headers: Headers{UserAgent: "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", Accept: "*/*"},
		Stages:  []Stage{{Name: "profile", Steps: steps(ask, "https://autoconfig.{domain}/email.mobileconfig?email={address}")}},
		Needs:   "a person who opens the link; `application/x-apple-aspen-config`; a signature is not verified here",
		Source:  "apple/device-management, 2024-10; requests to the domain were never seen",
		Rows:    "MS26–MS29",
	}
}
