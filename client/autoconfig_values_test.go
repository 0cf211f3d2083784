package client_test

// trapsOfValues are documents whose values are a little off.
var trapsOfValues = []trap{
	{
		name:  "white space around the socketType",
		edits: []string{soundSocket, "<socketType> SSL </socketType>"},
		does: map[string]string{
			"thunderbird": "refused", "k9": "refused", "parula": "refused",
			"evolution": "imap.security=none smtp.security=none", "geary": "imap.security=none smtp.security=none",
			"nextcloud": "imap.security=none smtp.security=none",
			"aerc":      "imap.security=starttls smtp.security=starttls", "mailspring": "imap.security=starttls smtp.security=starttls",
		},
	},
	{
		name:  "TLS as the socketType",
		edits: []string{soundSocket, "<socketType>TLS</socketType>"},
		does: map[string]string{
			"thunderbird": "refused", "k9": "refused", "parula": "refused", "pimalaya": "refused",
			"evolution": "imap.security=none smtp.security=none", "geary": "imap.security=none smtp.security=none",
			"nextcloud": "imap.security=starttls smtp.security=starttls",
			"aerc":      "imap.security=starttls smtp.security=starttls", "mailspring": "imap.security=starttls smtp.security=starttls",
		},
	},
	{
		name:  "no socketType",
		edits: []string{soundSocket, ""},
		does: map[string]string{
			"thunderbird": "refused", "k9": "refused", "parula": "refused",
			"evolution": "imap.security=none smtp.security=none", "geary": "imap.security=none smtp.security=none",
			"nextcloud": "imap.security=none smtp.security=none",
			"aerc":      "imap.security=starttls smtp.security=starttls", "mailspring": "imap.security=starttls smtp.security=starttls",
		},
	},
	{
		name:  "plain as the socketType",
		edits: []string{soundSocket, "<socketType>plain</socketType>"},
		does: map[string]string{
			"k9": "refused", "fairemail": "",
			"*": "imap.security=none smtp.security=none",
		},
	},
	{
		name:  "a user name of digits",
		edits: []string{soundUsername, "<username>007</username>"},
		does: map[string]string{
			"thunderbird": "imap.login=7 smtp.login=7", "parula": "imap.login=7 smtp.login=7",
			"geary": "", "mailspring": "",
			"*": "imap.login=007 smtp.login=007",
		},
	},
	{
		name:  "no user name",
		edits: []string{soundUsername, ""},
		does: map[string]string{
			"thunderbird": "imap.login=undefined smtp.login=undefined",
			"k9":          "refused", "deltachat": "refused", "parula": "refused",
			"fairemail": "", "geary": "", "mailspring": "",
			"*": "imap.login= smtp.login=",
		},
	},
	{
		name:  "white space around the user name",
		edits: []string{soundUsername, "<username> %EMAILADDRESS%\n</username>"},
		does: map[string]string{
			"deltachat": "", "pimalaya": "", "geary": "", "mailspring": "",
			"fairemail": "imap.login= %EMAILADDRESS%\n smtp.login= %EMAILADDRESS%\n",
			"aerc":      "imap.login= %EMAILADDRESS%\n smtp.login= %EMAILADDRESS%\n",
			"*":         "imap.login= user@example.com\n smtp.login= user@example.com\n",
		},
	},
	{
		name:  "the local part as the user name",
		edits: []string{soundUsername, "<username>%EMAILLOCALPART%</username>"},
		does: map[string]string{
			"aerc":  "imap.login=%EMAILLOCALPART% smtp.login=%EMAILLOCALPART%",
			"geary": "",
			"*":     "imap.login=user smtp.login=user",
		},
	},
	{
		name:  "a placeholder inside the user name",
		edits: []string{soundUsername, "<username>x-%EMAILLOCALPART%</username>"},
		does: map[string]string{
			"aerc":      "imap.login=x-%EMAILLOCALPART% smtp.login=x-%EMAILLOCALPART%",
			"fairemail": "imap.login=x-%EMAILLOCALPART% smtp.login=x-%EMAILLOCALPART%",
			"geary":     "", "mailspring": "",
			"*": "imap.login=x-user smtp.login=x-user",
		},
	},
	{
		name:  "an attribute on the host name",
		edits: []string{"<hostname>", `<hostname lang="en">`},
		does:  map[string]string{"thunderbird": "refused", "parula": "refused"},
	},
	{
		name:  "a placeholder in the host name",
		edits: []string{"imap.example.com", "imap.%EMAILDOMAIN%"},
		does: map[string]string{
			"fairemail": "imap.host=imap.%EMAILDOMAIN%", "aerc": "imap.host=imap.%EMAILDOMAIN%", "geary": "imap.host=imap.%EMAILDOMAIN%",
			"mailspring": "imap.host=imap.%EMAILDOMAIN%", "nextcloud": "imap.host=imap.%EMAILDOMAIN%",
			"parula": "imap.host=imap.%emaildomain%",
		},
	},
	{
		name:  "a host name on a line of its own",
		edits: []string{"imap.example.com", "\nimap.example.com\n"},
		does: map[string]string{
			"parula":      "imap=pop3",
			"thunderbird": "", "k9": "", "deltachat": "", "pimalaya": "",
			"*": "imap.host=\nimap.example.com\n",
		},
	},
	{
		name:  "a host name that is none",
		edits: []string{"imap.example.com", "in valid"},
		does: map[string]string{
			"thunderbird": "imap=pop3", "parula": "imap=pop3", "k9": "refused",
			"*": "imap.host=in valid",
		},
	},
	{
		name:  "a port that is no number",
		edits: []string{"<port>993</port>", "<port>x</port>"},
		does: map[string]string{
			"thunderbird": "imap=pop3", "parula": "imap=pop3", "kmail": "imap=pop3",
			"evolution": "", "deltachat": "", "nextcloud": "imap.port=0",
			"*": "refused",
		},
	},
	{
		name:  "white space around a port",
		edits: []string{"<port>993</port>", "<port> 993 </port>"},
		does:  map[string]string{"k9": "refused", "fairemail": "refused", "aerc": "refused", "geary": "refused"},
	},
	{
		name:  "an element in a host name",
		edits: []string{"imap.example.com", "imap.<b>example.com</b>"},
		does: map[string]string{
			"thunderbird": "imap=pop3", "parula": "imap=pop3", "k9": "refused",
			"kmail": "", "geary": "",
			"deltachat": "imap.host=imap.", "*": "imap.host=imap.",
		},
	},
	{
		name:  "a port that is too large",
		edits: []string{"<port>993</port>", "<port>100000</port>"},
		does: map[string]string{
			"thunderbird": "imap=pop3", "parula": "imap=pop3", "kmail": "imap=pop3",
			"evolution": "", "deltachat": "",
			"aerc": "imap.port=100000", "mailspring": "imap.port=100000", "nextcloud": "imap.port=100000",
			"*": "refused",
		},
	},
}
