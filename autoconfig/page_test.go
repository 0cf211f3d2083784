package autoconfig_test

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"signpost/autoconfig"
	"signpost/provider"
)

// typed is what a browser sends when somebody has typed into the field.
func typed(address string) ask {
	return ask{
		method: http.MethodPost, host: "mail.example.net", target: "/?lang=en",
		header: http.Header{"Content-Type": {"application/x-www-form-urlencoded"}, "Accept": {"text/html"}},
		body:   url.Values{"address": {address}}.Encode(),
	}
}

// publicHandler knows its own address.
func publicHandler(t testing.TB) *autoconfig.Handler {
	t.Helper()
	return handlerWith(t, autoconfig.Options{TLS: true, PublicURL: &url.URL{Scheme: "https", Host: "mail.example.net"}})
}

// handlerOf answers from one provider, whatever is in it.
func handlerOf(t *testing.T, p provider.Provider) *autoconfig.Handler {
	t.Helper()
	table, err := provider.NewTable([]provider.Provider{p})
	if err != nil {
		t.Fatal(err)
	}
	h, err := autoconfig.New(table, autoconfig.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func wantInPage(t *testing.T, r reply, status int, wants ...string) {
	t.Helper()
	if r.StatusCode != status || r.Header.Get("Content-Type") != "text/html; charset=utf-8" {
		t.Errorf("status %d, %s, want %d and a page", r.StatusCode, r.Header.Get("Content-Type"), status)
	}
	for _, want := range wants {
		if !strings.Contains(r.body, want) {
			t.Errorf("the page does not hold %q:\n%s", want, r.body)
		}
	}
}

func wantNotInPage(t *testing.T, r reply, forbidden ...string) {
	t.Helper()
	for _, bad := range forbidden {
		if strings.Contains(r.body, bad) {
			t.Errorf("the page holds %q:\n%s", bad, r.body)
		}
	}
}

func TestPageOfEachSortOfProvider(t *testing.T) {
	h := publicHandler(t)
	for _, c := range []struct {
		name, address string
		status        int
		want, not     []string
	}{
		{
			"a code instead of the password", "user@sina.com", http.StatusOK,
			[]string{
				">client authorization code<", "客户端授权码", "16 characters", "It is not the password that you use on the web.", "Do this first",
				">imap.sina.com<", ">smtp.sina.com<", ">993<", ">465<", ">user@sina.com<", `href="https://mail.sina.com.cn/"`,
				`href="https://help.sina.com.cn/comquestiondetail/view/1566/" rel="noreferrer" hreflang="zh"`,
				`href="/email.mobileconfig?domain=sina.com"`, `src="/qr.svg?domain=sina.com"`,
			},
			[]string{"imap.sina.cn"},
		},
		{
			"OAuth2 only", "user@oauth.example", http.StatusOK,
			[]string{"How to sign in", "A password typed into a mail program will be refused.", ">imap.oauth.example<"},
			[]string{"mobileconfig", "/qr.svg", "What goes into the password field"},
		},
		{
			"no IMAP", "user@closed.example", http.StatusOK,
			[]string{"Mail programs cannot sign in here", "This provider has no public IMAP.", `href="https://closed.example/why"`},
			[]string{"mobileconfig", "/qr.svg", "In your mail program"},
		},
		{
			"not checked", "user@unchecked.example", http.StatusNotFound,
			[]string{"Not checked yet", "have not been checked well enough"},
			[]string{"imap.unchecked.example"},
		},
		{
			"unknown", "user@unknown.example", http.StatusNotFound,
			[]string{"No settings are known for this domain<", "Check the spelling", "hosted by a large provider"},
			[]string{"unknown.example"},
		},
		{
			"POP3 only", "user@pop.example", http.StatusOK,
			[]string{"choose POP3 and copy"},
			[]string{"Other servers"},
		},
		{
			"links in the steps can be followed", "user@gmail.com", http.StatusOK,
			[]string{`<a href="https://myaccount.google.com/apppasswords" rel="noreferrer">`},
			nil,
		},
		{"no address at all", "no address", http.StatusBadRequest, []string{"It should look like name@example.com."}, nil},
		{"nothing typed", "", http.StatusOK, []string{`id="address"`}, []string{"heading"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := typed(c.address).of(t, h)
			wantInPage(t, r, c.status, c.want...)
			wantNotInPage(t, r, c.not...)
			if got := r.Header.Get("Cache-Control"); got != "no-store" {
				t.Errorf("Cache-Control %q, want no-store", got)
			}
		})
	}
}

// The page of a domain's own host shows the settings at once, and the field stays
// empty: nobody has typed anything.
func TestOwnPage(t *testing.T) {
	h := handlerOf(t, provider.Provider{
		ID: "own", Name: provider.Text{{Lang: "en", Words: "Own Mail"}, {Lang: "zh", Words: "自有邮箱"}}, Domains: []string{"example.com"},
		Support: provider.Text{{Words: "Call 555 0100"}},
		Servers: []provider.Server{
			{Protocol: provider.IMAP, Host: "imap.example.com", Port: 993, Security: provider.TLS},
			{Protocol: provider.SMTP, Host: "smtp.example.com", Port: 465, Security: provider.TLS},
		},
	})
	r := ask{host: "autoconfig.example.com", target: "/"}.of(t, h)
	wantInPage(t, r, http.StatusOK, ">Own Mail</a>", "Call 555 0100", ">imap.example.com<", "the full address", `value=""`, "Finds this by itself.")
	wantNotInPage(t, r, "qr.svg")
	wantInPage(t, ask{host: "autoconfig.example.com", target: "/?lang=zh"}.of(t, h), http.StatusOK, ">自有邮箱</a>", `lang="zh-Hans"`)
	stranger := typed("user@example.com").of(t, h)
	wantInPage(t, stranger, http.StatusOK, "signpost</a>", ">user@example.com<", "Looks settings up by itself.")
}

func TestLanguageOfThePage(t *testing.T) {
	h := newHandler(t)
	for _, c := range []struct{ name, target, header, want string }{
		{"nothing asked for", "/", "", "en"},
		{"the browser's", "/", "zh-CN,zh;q=0.9", "zh-Hans"},
		{"Taiwan", "/", "zh-TW", "zh-Hant"},
		{"the switch wins", "/?lang=en", "zh-CN", "en"},
		{"a hostile header", "/", `"><script>alert(1)</script>`, "en"},
		{"a hostile switch", "/?lang=%22%3E%3Cscript%3E", "", "en"},
		{"a header of 15,000 bytes", "/", strings.Repeat("zh,", 5000), "zh-Hans"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := ask{host: "mail.example.net", target: c.target, header: http.Header{"Accept-Language": {c.header}}}
			r := a.of(t, h)
			// The form carries the language on, so that a choice stays.
			wantInPage(t, r, http.StatusOK, `<html lang="`+c.want+`">`, `action="/?lang=`+c.want+`"`)
			wantNotInPage(t, r, "<script>")
			a.method, a.body = http.MethodPost, "address=user%40sina.com"
			wantInPage(t, a.of(t, h), http.StatusOK, `<html lang="`+c.want+`">`, `formaction="/?lang=zh-Hant"`, `<input type="hidden" name="address" value="user@sina.com">`)
		})
	}
}

// Words of a provider that are in another script than the page say so: a screen
// reader and a font choose by it.
func TestWordsInAnotherScriptAreMarked(t *testing.T) {
	a := typed("user@sina.com")
	a.target = "/?lang=zh-Hant"
	wantInPage(t, a.of(t, newHandler(t)), http.StatusOK, `<html lang="zh-Hant">`, "密碼欄填什麼", `<span lang="zh-Hans">客户端授权码</span>`, `<span lang="zh-Hans">用网页登录新浪邮箱`)
	a.target = "/?lang=zh-Hans"
	wantNotInPage(t, a.of(t, newHandler(t)), `<span lang="zh-Hans">`)
}

// element is one element of a page, as a browser reads it.
type element struct {
	name       string
	attributes map[string]string
}

// urlAttributes are those that a browser follows.
var urlAttributes = map[string]bool{"src": true, "href": true, "action": true, "formaction": true, "srcset": true, "data": true, "poster": true, "ping": true}

// ours are the elements that the page is made of.
var ours = strings.Fields("html head meta title link script body header a img nav form input button main h1 h2 h3 h4 p span label div section ol ul li i dl dt dd details summary figure figcaption footer")

// elements parses a page and checks that nothing in it runs.
func elements(t *testing.T, page string) []element {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var all []element
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		e := element{name: n.Data, attributes: map[string]string{}}
		for _, a := range n.Attr {
			e.attributes[a.Key] = a.Val
			if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
				t.Errorf("<%s> has the attribute %s=%q", n.Data, a.Key, a.Val)
			}
			if u, err := url.Parse(a.Val); urlAttributes[a.Key] && (err != nil || !slices.Contains([]string{"", "https", "http"}, u.Scheme)) {
				t.Errorf("<%s> leads to %q", n.Data, a.Val)
			}
		}
		if !slices.Contains(ours, n.Data) || (n.Data == "script" && n.FirstChild != nil) {
			t.Errorf("an element <%s> %v with the text %v", n.Data, n.Attr, n.FirstChild)
		}
		all = append(all, e)
	}
	return all
}

// everyPage is the page in every state.
func everyPage(t *testing.T, h http.Handler) map[string]reply {
	t.Helper()
	pages := map[string]reply{
		"the first":      ask{host: "mail.example.net", target: "/"}.of(t, h),
		"an own domain":  ask{host: "autoconfig.example.com", target: "/"}.of(t, h),
		"look-up":        ask{host: "mail.example.net", target: "/lookup/user@qq.com", header: http.Header{"Accept": {"text/html"}}}.of(t, h),
		"a wrong method": ask{method: http.MethodPut, host: "mail.example.net", target: "/"}.of(t, h),
	}
	for _, address := range []string{"user@sina.com", "user@outlook.com", "user@proton.me", "user@unknown.example", "user@unchecked.example", "x"} {
		pages[address] = typed(address).of(t, h)
	}
	return pages
}

func TestPagesLoadOnlyWhatIsOurs(t *testing.T) {
	const policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
	h := publicHandler(t)
	for name, r := range everyPage(t, h) {
		if got := r.Header.Get("Content-Security-Policy"); got != policy {
			t.Errorf("%s: Content-Security-Policy %q, want %q", name, got, policy)
		}
		if got := r.Header.Get("Vary"); got != "Accept, Accept-Language, User-Agent" {
			t.Errorf("%s: Vary %q", name, got)
		}
		for _, e := range elements(t, r.body) {
			link := e.attributes["src"] + e.attributes["href"]
			if !slices.Contains([]string{"link", "script", "img"}, e.name) {
				continue
			}
			if !strings.HasPrefix(link, "/") || strings.HasPrefix(link, "//") {
				t.Errorf("%s loads %s with <%s>", name, link, e.name)
				continue
			}
			if got := (ask{host: "mail.example.net", target: link}).of(t, h); got.StatusCode != http.StatusOK {
				t.Errorf("%s loads %s: status %d", name, link, got.StatusCode)
			}
		}
	}
}

// The address stands in the body of a request, and in no address that a browser
// or a proxy writes down.
func TestTypedAddressIsInNoURL(t *testing.T) {
	for _, address := range []string{"xyzzy+tag@sina.com", "xyzzy@outlook.com", "xyzzy@example.com", "xyzzy@unknown.example"} {
		r := typed(address).of(t, publicHandler(t))
		for _, e := range elements(t, r.body) {
			for name, value := range e.attributes {
				if urlAttributes[name] && strings.Contains(value, "xyzzy") {
					t.Errorf("%s: the address is in %s of %s: %s", address, name, e.name, value)
				}
			}
		}
		if r.Header.Get("Referrer-Policy") != "no-referrer" || r.Header.Get("Set-Cookie") != "" {
			t.Errorf("headers %v", r.Header)
		}
	}
}

func TestFirstLoadIsSmall(t *testing.T) {
	h := publicHandler(t)
	size := func(target string) int { return len(ask{host: "mail.example.net", target: target}.of(t, h).body) }
	assets := size("/style.css") + size("/page.js") + size("/icon.svg")
	for name, r := range everyPage(t, h) {
		total := assets + len(r.body)
		if strings.Contains(r.body, "/qr.svg") {
			total += size("/qr.svg?domain=sina.com")
		}
		if total >= 40<<10 {
			t.Errorf("%s: %d bytes for the first load, want less than 40 KiB", name, total)
		}
	}
}

// Nothing that a provider file or a request says can become markup.
func TestHostileWordsStayWords(t *testing.T) {
	const evil = `"><script>alert(1)</script><img src=x onerror=alert(1)>'`
	text := provider.Text{{Lang: "en", Words: evil}, {Lang: "zh", Words: evil}}
	h := handlerOf(t, provider.Provider{
		ID: "evil", Name: text, Operator: text, Domains: []string{"example.com"}, Support: text, UsernameNote: text,
		Secret: provider.Secret{Kinds: []provider.SecretKind{provider.SecretAppPassword}, Name: text, Where: text, Length: 1 << 30},
		Setup:  []provider.Text{text, {{Words: "javascript:alert(1) https://example.com/\"onclick=alert(1)"}}, {{Words: "\u202eevil"}}},
		Servers: []provider.Server{
			{Protocol: provider.IMAP, Host: evil, Port: 993, Security: provider.TLS, Username: evil},
			{Protocol: provider.SMTP, Host: "smtp.example.com", Port: 465, Security: provider.TLS},
			{Protocol: provider.SMTP, Host: "smtp.example.com", Port: 465, Security: provider.TLS, Region: evil},
		},
		Services: []provider.Service{{Type: provider.CalDAV, URL: "javascript:alert(1)"}},
		Webmail:  []string{"javascript:alert(1)"},
		Help:     []provider.Link{{URL: "data:text/html,x", Topic: text, Lang: evil}},
	})
	for _, a := range []ask{
		{host: "autoconfig.example.com", target: "/"},
		typed("user@example.com"), typed(evil + "@example.com"), typed(`"<b>"@example.com`), typed(evil),
		{host: "autoconfig.example.com:80", target: "/lookup/%22%3E%3Cscript%3E@example.com", header: http.Header{"Accept": {"text/html"}}},
	} {
		r := a.of(t, h)
		// Whatever was asked, the page is made of its own elements.
		if len(elements(t, r.body)) == 0 || r.StatusCode >= 500 {
			t.Errorf("%s %s: status %d", a.target, a.body, r.StatusCode)
		}
	}
}

func TestBrowsersThatCannotInstallProfilesAreToldSo(t *testing.T) {
	const hint = "Open this page in Safari."
	const iPhone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
	h := publicHandler(t)
	for _, c := range []struct {
		name, agent string
		told        bool
	}{
		{"Safari on iPhone", iPhone + "Version/18.5 Mobile/15E148 Safari/604.1", false},
		{"Chrome on iPhone hands profiles over", iPhone + "CriOS/142.0 Mobile/15E148 Safari/604.1", false},
		{"Firefox on iPhone", iPhone + "FxiOS/144.0 Mobile/15E148 Safari/605.1.15", true},
		{"WeChat on iPhone", iPhone + "Mobile/15E148 MicroMessenger/8.0.50(0x1800322d) NetType/WIFI Language/zh_CN", true},
		{"QQ Browser on iPhone", iPhone + "Version/18.0 MQQBrowser/15.6 Mobile/15E148 Safari/604.1 QBWebViewType/1", true},
		{"a view inside of an app", iPhone + "Mobile/15E148", true},
		{"Firefox on a Mac saves the file, which opens", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:144.0) Gecko/20100101 Firefox/144.0", false},
		{"Firefox on Linux", "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0", false},
		{"no name at all", "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			agent := http.Header{"User-Agent": {c.agent}, "Accept": {"text/html"}}
			posted := typed("user@sina.com")
			posted.header["User-Agent"] = agent["User-Agent"]
			for _, a := range []ask{posted, {host: "sina.com", target: "/", header: agent}, {host: "x.example", target: "/lookup/sina.com", header: agent}} {
				if got := strings.Contains(a.of(t, h).body, hint); got != c.told {
					t.Errorf("%s %s: told %t, want %t", a.host, a.target, got, c.told)
				}
			}
		})
	}
}
