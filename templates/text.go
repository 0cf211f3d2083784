package templates

// Text is every word that the program says to people in one language. A value may
// hold {placeholders}; Fill replaces them. The comment of a field says where it
// stands and which placeholders it has.
type Text struct {
	// Self is the language's own name, for the switch on the page.
	Self string `json:"self"`

	// Headings and labels of the look-up, in columns where they are short.
	Password       string `json:"password"`
	SignIn         string `json:"sign_in"`
	NotWebPassword string `json:"not_web_password"`
	Characters     string `json:"characters"` // {n}
	WhereToGet     string `json:"where_to_get"`
	Receive        string `json:"receive"`
	Or             string `json:"or"`
	Send           string `json:"send"`
	Protocol       string `json:"protocol"`
	Server         string `json:"server"`
	Port           string `json:"port"`
	Encryption     string `json:"encryption"`
	Username       string `json:"username"`
	FirstDo        string `json:"first_do"`
	GoodToKnow     string `json:"good_to_know"`
	OtherServers   string `json:"other_servers"`
	Webmail        string `json:"webmail"`
	Help           string `json:"help"`
	Support        string `json:"support"`

	// How a login is described while the address is not known.
	WholeAddress string `json:"whole_address"`
	LocalPart    string `json:"local_part"`
	OwnUsername  string `json:"own_username"`

	// What kinds of secrets are called where the provider has no name of its own.
	SecretPassword          string `json:"secret_password"`
	SecretAppPassword       string `json:"secret_app_password"`
	SecretAuthorizationCode string `json:"secret_authorization_code"`
	SecretOAuth2            string `json:"secret_oauth2"`
	SecretBridge            string `json:"secret_bridge"`
	SecretNone              string `json:"secret_none"`

	// Sentences that discovery documents carry. {secret} is the name of the
	// secret with its length.
	PasswordIs      string `json:"password_is"`
	PasswordIsNot   string `json:"password_is_not"`
	NoPasswordBut   string `json:"no_password_but"`
	ProfileFor      string `json:"profile_for"` // {provider}
	BeforeInstall   string `json:"before_install"`
	DocumentationOf string `json:"documentation_of"` // {provider}

	// Refusals: why there is no answer, and what to try. None repeats what was asked.
	NotServed     string `json:"not_served"`
	NotServedTry  string `json:"not_served_try"`
	Malformed     string `json:"malformed"`
	NoAddress     string `json:"no_address"`
	Unchecked     string `json:"unchecked"`
	OAuth2Only    string `json:"oauth2_only"` // {provider}
	NotInFormat   string `json:"not_in_format"`
	NoPassword    string `json:"no_password_parameter"`
	TooLarge      string `json:"too_large"`
	WrongMethod   string `json:"wrong_method"`
	NoSuchPage    string `json:"no_such_page"`
	NoPublicURL   string `json:"no_public_url"`
	InternalError string `json:"internal_error"`

	// The page: its head and its form.
	PageTitle    string `json:"page_title"`
	PageLead     string `json:"page_lead"`
	PageLeadOwn  string `json:"page_lead_own"`
	PageField    string `json:"page_field"`
	PageButton   string `json:"page_button"`
	PageWorking  string `json:"page_working"`
	PagePrivacy  string `json:"page_privacy"`
	PageLanguage string `json:"page_language"`
	PageAPI      string `json:"page_api"`

	// The page: the answer.
	PageSecret         string `json:"page_secret"`
	PageSignIn         string `json:"page_sign_in"`
	PageNotWebPassword string `json:"page_not_web_password"`
	PageNoPassword     string `json:"page_no_password"`
	PageOpenWebmail    string `json:"page_open_webmail"`
	PageServers        string `json:"page_servers"`
	PageOtherServices  string `json:"page_other_services"`
	PageCopy           string `json:"page_copy"`
	PageCopied         string `json:"page_copied"`
	PageUnsupported    string `json:"page_unsupported"`
	PageUnchecked      string `json:"page_unchecked"`
	PageTryHosted      string `json:"page_try_hosted"`

	// The page: the answer for each mail program.
	PagePrograms   string `json:"page_programs"`
	ThunderbirdOwn string `json:"thunderbird_own"`
	Thunderbird    string `json:"thunderbird"`
	AppleTitle     string `json:"apple_title"`
	AppleAdd       string `json:"apple_add"`
	AppleInstall   string `json:"apple_install"`
	AppleScan      string `json:"apple_scan"`
	AppleCode      string `json:"apple_code"`
	AppleSafari    string `json:"apple_safari"`
	AppleSignIn    string `json:"apple_sign_in"`
	OutlookOwn     string `json:"outlook_own"` // {protocol}
	Outlook        string `json:"outlook"`     // {protocol}
	OtherTitle     string `json:"other_title"`
	Other          string `json:"other"` // {protocol}
	OtherSignIn    string `json:"other_sign_in"`

	// The page of the doctor: its head, its form, and what it says meanwhile.
	DoctorTitle    string `json:"doctor_title"`
	DoctorLead     string `json:"doctor_lead"`
	DoctorButton   string `json:"doctor_button"`
	DoctorPrivacy  string `json:"doctor_privacy"`
	DoctorStarting string `json:"doctor_starting"`
	DoctorWorking  string `json:"doctor_working"` // {done} {total}
	DoctorProbing  string `json:"doctor_probing"`

	// The page of the doctor: the report. What was found is in English, as in
	// `signpost doctor` and its documentation.
	DoctorCounts      string `json:"doctor_counts"` // {errors} {warnings} {notes}
	DoctorWhen        string `json:"doctor_when"`   // {time}
	DoctorCut         string `json:"doctor_cut"`
	DoctorDifferences string `json:"doctor_differences"`
	DoctorSame        string `json:"doctor_same"`
	DoctorPrograms    string `json:"doctor_programs"`
	DoctorProgram     string `json:"doctor_program"`
	DoctorFound       string `json:"doctor_found"`
	DoctorReads       string `json:"doctor_reads"`
	DoctorSends       string `json:"doctor_sends"`
	DoctorOutcome     string `json:"doctor_outcome"`
	DoctorWorks       string `json:"doctor_works"`
	DoctorFails       string `json:"doctor_fails"`
	DoctorByHand      string `json:"doctor_by_hand"`
	DoctorNothing     string `json:"doctor_nothing"`
	DoctorElsewhere   string `json:"doctor_elsewhere"`
	DoctorUntested    string `json:"doctor_untested"`
	DoctorServers     string `json:"doctor_servers"`
	DoctorCertificate string `json:"doctor_certificate"` // {date}
	DoctorMechanisms  string `json:"doctor_mechanisms"`  // {names}
	DoctorFindings    string `json:"doctor_findings"`
	DoctorNone        string `json:"doctor_none"`
	DoctorError       string `json:"doctor_error"`
	DoctorWarning     string `json:"doctor_warning"`
	DoctorNote        string `json:"doctor_note"`
	DoctorFix         string `json:"doctor_fix"`

	// The page of the doctor: why there is no report.
	DoctorNotServed    string `json:"doctor_not_served"`
	DoctorNotServedTry string `json:"doctor_not_served_try"`
	DoctorTooMany      string `json:"doctor_too_many"`
	DoctorBusy         string `json:"doctor_busy"`
	DoctorTryAgain     string `json:"doctor_try_again"` // {n}
	DoctorForeign      string `json:"doctor_foreign"`
	DoctorForeignTry   string `json:"doctor_foreign_try"`
}
