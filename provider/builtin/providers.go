// Code generated from the provider files by go generate. DO NOT EDIT.

package builtin

import "signpost/provider"

var providers = []provider.Provider{
	{
		ID: "21cn",
		Name: provider.Text{
			{Lang: "en", Words: "21CN Mail"},
			{Lang: "zh", Words: "21CN邮箱"},
		},
		Operator: provider.Text{
			{Lang: "en", Words: "China Telecom (21CN)"},
			{Lang: "zh", Words: "世纪龙（中国电信）"},
		},
		Kind:    "free",
		Domains: []string{"21cn.com", "vip.21cn.com", "21cn.net", "vip.21cn.net", "fun.21cn.com"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.21cn.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.21cn.com", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.21cn.com", Port: 465, Security: "tls"},
			{Protocol: "pop3", Host: "pop.21cn.com", Port: 110, Security: "none"},
			{Protocol: "smtp", Host: "smtp.21cn.com", Port: 25, Security: "none"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "登录密码"},
			},
		},
		Access: "on",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "IMAP and SMTP are on by default; sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "IMAP/SMTP 默认开启，用完整地址和邮箱密码登录"},
			},
		},
		Webmail: []string{"https://mail.21cn.com/"},
		Help: []provider.Link{
			{
				URL:  "https://mail.21cn.com/help/freemail/main1.html",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "help centre"},
					{Lang: "zh", Words: "帮助中心"},
				},
			},
		},
		Quirks:     []string{"Enterprise customers have imap-ent.21cn.com and smtp-ent.21cn.com (GloryMail, 2017)."},
		Confidence: "medium",
		Origin:     "21cn.yaml",
	},
	{
		ID: "263",
		Name: provider.Text{
			{Lang: "en", Words: "263 Enterprise Mail"},
			{Lang: "zh", Words: "263企业邮箱"},
		},
		Operator: provider.Text{
			{Lang: "en", Words: "263 Network"},
			{Lang: "zh", Words: "263网络通信"},
		},
		Kind:    "enterprise",
		Domains: []string{"263.net", "263.net.cn", "x263.net", "263xmail.com"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "263xmail.com"},
			{Suffix: "263.net"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.263.net", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.263.net", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.263.net", Port: 465, Security: "tls"},
			{Protocol: "pop3", Host: "pop.263.net", Port: 110, Security: "none"},
			{Protocol: "smtp", Host: "smtp.263.net", Port: 25, Security: "none"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"authorization-code"},
			Name: provider.Text{
				{Lang: "en", Words: "client authorization code"},
				{Lang: "zh", Words: "客户端授权码"},
			},
			Where: provider.Text{
				{Lang: "en", Words: "web mail > Settings > Account security"},
				{Lang: "zh", Words: "网页邮箱「设置」→「账号安全」"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to 263 Mail on the web, press the avatar and open Settings > Account security"},
				{Lang: "zh", Words: "网页登录 263 邮箱，点头像 →「设置」→「账号安全」"},
			},
			{
				{Lang: "en", Words: "Switch the client authorization code on"},
				{Lang: "zh", Words: "把「客户端授权码」改为「开通」"},
			},
			{
				{Lang: "en", Words: "Add a code, name its purpose, copy it and use it as the password in the mail program"},
				{Lang: "zh", Words: "「新增授权码」，写明用途，复制后作为邮件客户端的密码"},
			},
		},
		Webmail: []string{"https://mail.263.net/"},
		Help: []provider.Link{
			{
				URL:  "https://laifa.xin/youxiang/202-263-qiyeyouxiang-263-business-mail",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "third-party walk-through (laifaxin guide)"},
					{Lang: "zh", Words: "第三方教程（laifa.xin）"},
				},
			},
		},
		Confidence: "medium",
		Origin:     "263.yaml",
	},
	{
		ID: "35com",
		Name: provider.Text{
			{Lang: "en", Words: "35 Enterprise Mail"},
			{Lang: "zh", Words: "35企业邮箱（三五互联）"},
		},
		Operator: provider.Text{
			{Lang: "en", Words: "35.com"},
			{Lang: "zh", Words: "三五互联"},
		},
		Kind:    "enterprise",
		Domains: []string{"35.cn"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "35.com"},
			{Suffix: "35.cn"},
			{Suffix: "yunyou.top"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.{domain}", Port: 993, Security: "tls"},
			{Protocol: "imap", Host: "imap.35.cn", Port: 993, Security: "tls", Status: "unverified"},
			{Protocol: "pop3", Host: "pop.{domain}", Port: 995, Security: "tls", Status: "unverified"},
			{Protocol: "smtp", Host: "smtp.{domain}", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"authorization-code"},
			Name: provider.Text{
				{Lang: "en", Words: "client authorization code"},
				{Lang: "zh", Words: "客户端授权码"},
			},
			Where: provider.Text{
				{Lang: "en", Words: "web mail > Settings > Client protocol settings"},
				{Lang: "zh", Words: "网页邮箱「设置」→「客户端协议设置」"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in on the web, open Settings > Client protocol settings and add an authorization code"},
				{Lang: "zh", Words: "网页登录，在「设置」→「客户端协议设置」中「新增授权码」"},
			},
		},
		Webmail:    []string{"https://mail.35.com/"},
		Quirks:     []string{"The server names are built from the customer's domain: the placeholder in the host name must be filled in."},
		Confidence: "medium",
		Origin:     "35com.yaml",
	},
	{
		ID: "a1-at",
		Name: provider.Text{
			{Lang: "en", Words: "A1 Austria"},
		},
		Kind:    "isp",
		Domains: []string{"a1.net", "aon.at"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "securemail.a1.net", Port: 993, Security: "tls"},
			{Protocol: "smtp", Host: "securemail.a1.net", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail:    []string{"https://webmail.a1.net/"},
		Confidence: "high",
		Origin:     "a1-at.yaml",
	},
	{
		ID: "alibaba-trade",
		Name: provider.Text{
			{Lang: "en", Words: "Alibaba.com trade mail"},
			{Lang: "zh", Words: "阿里巴巴外贸邮"},
		},
		Short: provider.Text{
			{Lang: "en", Words: "Alibaba.com"},
			{Lang: "zh", Words: "阿里外贸邮"},
		},
		Operator: provider.Text{
			{Lang: "en", Words: "Alibaba.com"},
			{Lang: "zh", Words: "阿里巴巴国际站"},
		},
		Kind:    "enterprise",
		Domains: []string{"alibaba.com"},
		Hosted:  true,
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.alibaba.com", Port: 993, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.alibaba.com", Port: 465, Security: "tls"},
			{Protocol: "imap", Host: "imap.alibaba.com", Port: 143, Security: "none"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "client security password"},
				{Lang: "zh", Words: "客户端安全密码"},
			},
			WebPassword: "unknown",
		},
		Access: "admin",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Switch IMAP/SMTP on in the account settings of mail.alibaba.com, then create a client security password"},
				{Lang: "zh", Words: "在 mail.alibaba.com 的账户设置页开启 IMAP/SMTP，再生成客户端安全密码"},
			},
		},
		Webmail:    []string{"https://mail.alibaba.com/"},
		Confidence: "medium",
		Origin:     "alibaba-trade.yaml",
	},
	{
		ID: "alice-it",
		Name: provider.Text{
			{Lang: "en", Words: "Alice (TIM)"},
		},
		Kind:    "isp",
		Domains: []string{"alice.it"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "in.alice.it", Port: 143, Security: "starttls"},
			{Protocol: "pop3", Host: "in.alice.it", Port: 110, Security: "starttls"},
			{Protocol: "smtp", Host: "out.alice.it", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password, or app password with two-step verification"},
				{Lang: "zh", Words: "邮箱密码（开启两步验证后用应用专用密码）"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://mail.tim.it/"},
		Help: []provider.Link{
			{
				URL:  "https://www.tim.it/assistenza/assistenza-tecnica/mail/configurazione/protocolli-posta",
				Lang: "it",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "alice-it.yaml",
	},
	{
		ID: "alimail",
		Name: provider.Text{
			{Lang: "en", Words: "Alibaba Mail (enterprise)"},
			{Lang: "zh", Words: "阿里企业邮箱"},
		},
		Short: provider.Text{
			{Lang: "en", Words: "Alibaba Mail"},
			{Lang: "zh", Words: "阿里企业邮"},
		},
		Operator: provider.Text{
			{Lang: "en", Words: "Alibaba Cloud"},
			{Lang: "zh", Words: "阿里云"},
		},
		Kind:    "enterprise",
		Domains: []string{"qiye.aliyun.com", "mxhichina.com"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "mxhichina.com"},
			{Suffix: "qiye.aliyun.com"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.qiye.aliyun.com", Port: 993, Security: "tls"},
			{Protocol: "imap", Host: "imaphk.qiye.aliyun.com", Port: 993, Security: "tls", Region: "hong-kong"},
			{Protocol: "imap", Host: "imap.mxhichina.com", Port: 993, Security: "tls", Status: "legacy"},
			{Protocol: "pop3", Host: "pop.qiye.aliyun.com", Port: 995, Security: "tls"},
			{Protocol: "pop3", Host: "pop.mxhichina.com", Port: 995, Security: "tls", Status: "legacy"},
			{Protocol: "pop3", Host: "pop3.mxhichina.com", Port: 995, Security: "tls", Status: "unverified", Note: "an old name; no source shows this port"},
			{Protocol: "smtp", Host: "smtp.qiye.aliyun.com", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtphk.qiye.aliyun.com", Port: 465, Security: "tls", Region: "hong-kong"},
			{Protocol: "smtp", Host: "smtp.mxhichina.com", Port: 465, Security: "tls", Status: "legacy"},
			{Protocol: "smtp", Host: "smtp.qiye.aliyun.com", Port: 25, Security: "none"},
			{Protocol: "smtp", Host: "smtp.qiye.aliyun.com", Port: 80, Security: "none"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "third-party client security password"},
				{Lang: "zh", Words: "三方客户端安全密码"},
			},
			Where: provider.Text{
				{Lang: "en", Words: "web mail > Settings > Account and security, after a text message check; an administrator can force it"},
				{Lang: "zh", Words: "网页邮箱「设置」→「账户与安全」，经短信验证；管理员可强制启用"},
			},
			WebPassword: "unknown",
		},
		Access: "admin",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Administrator: in Security management > Account security policy allow third-party mail programs"},
				{Lang: "zh", Words: "管理员：在「安全管理」→「账户安全策略」中允许使用第三方客户端"},
			},
			{
				{Lang: "en", Words: "Administrator: switch IMAP/SMTP (and POP3) on for the member's account"},
				{Lang: "zh", Words: "管理员：在该成员账号上开启 IMAP/SMTP（及 POP3）服务"},
			},
			{
				{Lang: "en", Words: "Member: in Account and security switch on the third-party client security password, pass the text message check, create it and copy it"},
				{Lang: "zh", Words: "成员：在「账户与安全」里开启「三方客户端安全密码」，短信验证后生成并复制"},
			},
		},
		Webmail: []string{"https://qiye.aliyun.com/"},
		Help: []provider.Link{
			{
				URL:  "https://help.aliyun.com/zh/document_detail/36576.html",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "IMAP, POP and SMTP servers and ports"},
					{Lang: "zh", Words: "IMAP、POP、SMTP 服务器地址与端口"},
				},
			},
			{
				URL:  "https://help.aliyun.com/en/document_detail/36687.html",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "sending by SMTP, and its ports"},
					{Lang: "zh", Words: "SMTP 发信与端口"},
				},
			},
			{
				URL:  "https://help.aliyun.com/document_detail/2857156.html",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "IMAP server and commands"},
					{Lang: "zh", Words: "IMAP 服务器与命令"},
				},
			},
		},
		Quirks:     []string{"Third-party mail programs are blocked by default, and the error reads like a wrong password (Go presets).", "Customers may publish imap, pop3 and smtp CNAMEs below their own domain; the certificates are for *.qiye.aliyun.com, so the shared host names are safer."},
		Confidence: "high",
		Origin:     "alimail.yaml",
	},
	{
		ID: "aliyun",
		Name: provider.Text{
			{Lang: "en", Words: "Aliyun Mail"},
			{Lang: "zh", Words: "阿里云邮箱"},
		},
		Operator: provider.Text{
			{Lang: "en", Words: "Alibaba Cloud"},
			{Lang: "zh", Words: "阿里云"},
		},
		Kind:    "free",
		Domains: []string{"aliyun.com"},
		MX: []provider.MXSuffix{
			{Suffix: "mail.aliyun.com"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.aliyun.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop3.aliyun.com", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.aliyun.com", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password, or the client security password where that is on"},
				{Lang: "zh", Words: "登录密码（启用了三方客户端安全密码的账户用该密码）"},
			},
			WebPassword: "yes",
		},
		Access: "on",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "IMAP and SMTP are on by default; if sign-in fails, check in the web Settings that they have not been switched off"},
				{Lang: "zh", Words: "IMAP/SMTP 默认开启；登录失败时到网页版「设置」确认未被关闭"},
			},
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password, or with the client security password where the account enforces it"},
				{Lang: "zh", Words: "用完整地址和登录密码登录；若账户启用了三方客户端安全密码，则用该密码"},
			},
		},
		Webmail: []string{"https://mail.aliyun.com/"},
		Help: []provider.Link{
			{
				URL:  "https://help.aliyun.com/zh/document_detail/465307.html",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "servers and ports of the personal mailbox"},
					{Lang: "zh", Words: "个人邮箱的服务器地址与端口"},
				},
			},
			{
				URL:  "https://laifa.xin/youxiang/103-ali-aliyunyouxiang-ali-personal-email",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "third-party walk-through (laifaxin guide)"},
					{Lang: "zh", Words: "第三方教程（laifa.xin）"},
				},
			},
		},
		Confidence: "high",
		Origin:     "aliyun.yaml",
	},
	{
		ID: "amazon-workmail",
		Name: provider.Text{
			{Lang: "en", Words: "Amazon WorkMail"},
		},
		Kind:             "enterprise",
		UncheckedDomains: []string{"awsapps.com"},
		Hosted:           true,
		MX: []provider.MXSuffix{
			{Suffix: "inbound-smtp.us-east-1.amazonaws.com", Status: "unverified"},
			{Suffix: "inbound-smtp.us-west-2.amazonaws.com", Status: "unverified"},
			{Suffix: "inbound-smtp.eu-west-1.amazonaws.com", Status: "unverified"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.mail.us-east-1.awsapps.com", Port: 993, Security: "tls", Region: "us-east-1"},
			{Protocol: "imap", Host: "imap.mail.us-west-2.awsapps.com", Port: 993, Security: "tls", Region: "us-west-2"},
			{Protocol: "imap", Host: "imap.mail.eu-west-1.awsapps.com", Port: 993, Security: "tls", Region: "eu-west-1"},
			{Protocol: "smtp", Host: "smtp.mail.us-east-1.awsapps.com", Port: 465, Security: "tls", Region: "us-east-1"},
			{Protocol: "smtp", Host: "smtp.mail.us-west-2.awsapps.com", Port: 465, Security: "tls", Region: "us-west-2"},
			{Protocol: "smtp", Host: "smtp.mail.eu-west-1.awsapps.com", Port: 465, Security: "tls", Region: "eu-west-1"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Access: "on",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "As far as is known, nothing needs to be switched on; sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "据现有资料无需另行开启，用完整邮箱地址和邮箱密码登录即可"},
			},
		},
		Help: []provider.Link{
			{
				URL:  "https://docs.aws.amazon.com/workmail/latest/userguide/using_IMAP_client.html",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Quirks:     []string{"The region in the MX name selects the host; a Rust table always takes us-east-1, which is wrong elsewhere.", "Amazon is believed to have announced the end of WorkMail."},
		Confidence: "medium",
		Origin:     "amazon-workmail.yaml",
	},
	{
		ID: "aol",
		Name: provider.Text{
			{Lang: "en", Words: "AOL Mail"},
		},
		Kind:    "free",
		Domains: []string{"aol.com", "aim.com", "netscape.net", "netscape.com", "compuserve.com", "cs.com", "wmconnect.com", "aol.de", "aol.it", "aol.fr", "aol.es", "aol.se", "aol.co.uk", "aol.co.nz", "aol.com.au", "aol.com.ar", "aol.com.br", "aol.com.mx"},
		MX: []provider.MXSuffix{
			{Suffix: "mail.gm0.yahoodns.net"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.aol.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.aol.com", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.aol.com", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.aol.com", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"oauth2", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "app password"},
				{Lang: "zh", Words: "应用专用密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Create an app password (https://login.aol.com/myaccount/security/app-password) and use it in the mail program instead of the login password"},
				{Lang: "zh", Words: "生成应用专用密码（https://login.aol.com/myaccount/security/app-password），在邮件客户端中代替登录密码"},
			},
		},
		OAuth2: provider.OAuth2{
			Issuer:   "login.aol.com",
			AuthURL:  "https://api.login.aol.com/oauth2/request_auth",
			TokenURL: "https://api.login.aol.com/oauth2/get_token",
			Scopes:   []string{"mail-w"},
			PKCE:     true,
		},
		Webmail: []string{"https://mail.aol.com/"},
		Help: []provider.Link{
			{
				URL:  "https://help.aol.com/articles/how-do-i-use-other-email-applications-to-send-and-receive-my-aol-mail",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "aol.yaml",
	},
	{
		ID: "aruba-pec",
		Name: provider.Text{
			{Lang: "en", Words: "Aruba PEC (certified mail)"},
		},
		Short: provider.Text{
			{Lang: "en", Words: "Aruba PEC"},
		},
		Kind:    "paid",
		Domains: []string{"pec.it", "arubapec.it", "pec.cloud", "mypec.eu", "gigapec.it", "ingpec.eu", "casellapec.com", "pecditta.com", "pec.aruba.it"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imaps.pec.aruba.it", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop3s.pec.aruba.it", Port: 995, Security: "tls", Note: "corrected from 993"},
			{Protocol: "smtp", Host: "smtps.pec.aruba.it", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Access: "on",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "As far as is known, nothing needs to be switched on; sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "据现有资料无需另行开启，用完整邮箱地址和邮箱密码登录即可"},
			},
		},
		Webmail: []string{"https://webmail.pec.it/"},
		Help: []provider.Link{
			{
				URL:  "https://guide.pec.it/posta-pec/configurare-casella-pec/configurare-casella-pec-programma-posta.aspx",
				Lang: "it",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "aruba-pec.yaml",
	},
	{
		ID: "aruba",
		Name: provider.Text{
			{Lang: "en", Words: "Aruba hosting mail"},
		},
		Kind:    "hosting",
		Domains: []string{"aruba.it"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "mx.aruba.it", Status: "unverified"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imaps.aruba.it", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop3s.aruba.it", Port: 995, Security: "tls", Status: "unverified"},
			{Protocol: "smtp", Host: "smtps.aruba.it", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Access: "on",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "As far as is known, nothing needs to be switched on; sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "据现有资料无需另行开启，用完整邮箱地址和邮箱密码登录即可"},
			},
		},
		Webmail: []string{"https://webmail.aruba.it/"},
		Help: []provider.Link{
			{
				URL:  "https://guide.hosting.aruba.it/email/servizi-opzionali-email/email-imap.aspx",
				Lang: "it",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "aruba.yaml",
	},
	{
		ID: "att",
		Name: provider.Text{
			{Lang: "en", Words: "AT&T / SBCGlobal / BellSouth"},
		},
		Short: provider.Text{
			{Lang: "en", Words: "AT&T"},
		},
		Kind:    "isp",
		Domains: []string{"att.net", "ameritech.net", "bellsouth.net", "currently.com", "flash.net", "nvbell.net", "pacbell.net", "prodigy.net", "sbcglobal.net", "snet.net", "swbell.net", "wans.net"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.mail.att.net", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "inbound.att.net", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.mail.att.net", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "outbound.att.net", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"oauth2", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "Secure Mail Key"},
				{Lang: "zh", Words: "安全邮件密钥（Secure Mail Key）"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "In myAT&T open the sign-in info, create a Secure Mail Key and use it as the password in the mail program"},
				{Lang: "zh", Words: "在 myAT&T 的登录信息中创建安全邮件密钥（Secure Mail Key），在邮件客户端中作为密码"},
			},
		},
		OAuth2: provider.OAuth2{
			Issuer:    "login.yahoo.com",
			AuthURL:   "https://api.login.yahoo.com/oauth2/request_auth",
			TokenURL:  "https://api.login.yahoo.com/oauth2/get_token",
			Scopes:    []string{"mail-w"},
			DAVScopes: []string{"ycal-w", "sdct-w"},
			PKCE:      true,
			Note:      "Thunderbird uses the Yahoo issuer for the att.net hosts.",
		},
		Webmail: []string{"https://currently.att.yahoo.com/"},
		Help: []provider.Link{
			{
				URL:  "https://www.att.com/support/article/email-support/KM1010523/",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
			{
				URL:  "https://www.att.com/support/article/email-support/KM1240308",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "Secure Mail Key"},
					{Lang: "zh", Words: "安全邮件密钥（Secure Mail Key）"},
				},
			},
		},
		Confidence: "high",
		Origin:     "att.yaml",
	},
	{
		ID: "bbox",
		Name: provider.Text{
			{Lang: "en", Words: "Bouygues Bbox"},
		},
		Kind:    "isp",
		Domains: []string{"bbox.fr"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.bbox.fr", Port: 993, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.bbox.fr", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Help: []provider.Link{
			{
				URL:  "https://www.assistance.bouyguestelecom.fr/s/article/logiciel-messagerie-emails-bbox",
				Lang: "fr",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Confidence: "medium",
		Origin:     "bbox.yaml",
	},
	{
		ID: "bell-ca",
		Name: provider.Text{
			{Lang: "en", Words: "Bell Canada"},
		},
		Kind:    "isp",
		Domains: []string{"bell.net", "sympatico.ca"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.bell.net", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pophm.sympatico.ca", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtphm.sympatico.ca", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail:    []string{"https://webmail.bell.net/"},
		Confidence: "high",
		Origin:     "bell-ca.yaml",
	},
	{
		ID: "biglobe",
		Name: provider.Text{
			{Lang: "en", Words: "BIGLOBE"},
		},
		Kind:    "isp",
		Domains: []string{"biglobe.ne.jp"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "mail.biglobe.ne.jp", Port: 993, Security: "tls", Status: "unverified"},
			{Protocol: "imap", Host: "imap.biglobe.ne.jp", Port: 993, Security: "tls", Status: "unverified"},
			{Protocol: "pop3", Host: "mail.biglobe.ne.jp", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "mail.biglobe.ne.jp", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail:    []string{"https://webmail.sso.biglobe.ne.jp/"},
		Confidence: "high",
		Origin:     "biglobe.yaml",
	},
	{
		ID: "bluewin",
		Name: provider.Text{
			{Lang: "en", Words: "Swisscom Bluewin"},
		},
		Kind:    "isp",
		Domains: []string{"bluewin.ch", "bluemail.ch"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imaps.bluewin.ch", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop3s.bluewin.ch", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtpauths.bluewin.ch", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password, or app password with two-step verification"},
				{Lang: "zh", Words: "邮箱密码（开启两步验证后用应用专用密码）"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://bluemail.swisscom.ch/"},
		Help: []provider.Link{
			{
				URL:  "https://emailsetup.swisscom.ch/guide/",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Quirks:     []string{"Customers' own domains at Swisscom use mail.hostcenter.com (FairEmail)."},
		Confidence: "high",
		Origin:     "bluewin.yaml",
	},
	{
		ID: "blueyonder",
		Name: provider.Text{
			{Lang: "en", Words: "Blueyonder (Virgin Media)"},
		},
		Short: provider.Text{
			{Lang: "en", Words: "Blueyonder"},
		},
		Kind:    "isp",
		Domains: []string{"blueyonder.co.uk"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap4.blueyonder.co.uk", Port: 993, Security: "tls"},
			{Protocol: "imap", Host: "imap.virginmedia.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop3.blueyonder.co.uk", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.blueyonder.co.uk", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.virginmedia.com", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "app password"},
				{Lang: "zh", Words: "应用专用密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Create an app password and use it in the mail program instead of the login password"},
				{Lang: "zh", Words: "生成应用专用密码，在邮件客户端中代替登录密码"},
			},
		},
		Confidence: "high",
		Origin:     "blueyonder.yaml",
	},
	{
		ID: "bol",
		Name: provider.Text{
			{Lang: "en", Words: "BOL"},
		},
		Kind:    "free",
		Domains: []string{"bol.com.br"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.bol.com.br", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop3.bol.com.br", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtps.bol.com.br", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtps.bol.com.br", Port: 587, Security: "starttls"},
		},
		Username: "{localpart}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the part of the address before the @ and the mailbox password"},
				{Lang: "zh", Words: "用邮箱地址 @ 前的部分和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://email.bol.uol.com.br/"},
		Help: []provider.Link{
			{
				URL:  "http://email.bol.uol.com.br/ajuda/configuracao/imap-thunderbird-3-bol.jhtm",
				Lang: "pt",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "bol.yaml",
	},
	{
		ID: "brighthouse",
		Name: provider.Text{
			{Lang: "en", Words: "Bright House"},
		},
		Kind:    "isp",
		Domains: []string{"brighthouse.com"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "mail.brighthouse.com", Port: 993, Security: "tls"},
			{Protocol: "smtp", Host: "mail.brighthouse.com", Port: 587, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password, or app password with two-step verification"},
				{Lang: "zh", Words: "邮箱密码（开启两步验证后用应用专用密码）"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Help: []provider.Link{
			{
				URL:  "https://www.spectrum.net/support/internet/spectrum-email-server-settings/",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Confidence: "medium",
		Origin:     "brighthouse.yaml",
	},
	{
		ID: "bt",
		Name: provider.Text{
			{Lang: "en", Words: "BT Mail"},
		},
		Kind:    "isp",
		Domains: []string{"btinternet.com", "btopenworld.com", "talk21.com"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "mail.btinternet.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "mail.btinternet.com", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "mail.btinternet.com", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://email.bt.com/"},
		Help: []provider.Link{
			{
				URL:  "https://www.bt.com/help/email/manage-email-account/manual-settings/what-are-the-settings-for-outgoing-and-incoming-bt-email-servers",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "bt.yaml",
	},
	{
		ID: "centurylink",
		Name: provider.Text{
			{Lang: "en", Words: "CenturyLink"},
		},
		Kind:    "isp",
		Domains: []string{"centurylink.net", "embarqmail.com", "q.com", "elpasotel.net", "centurytel.net", "qwest.net"},
		Servers: []provider.Server{
			{
				Protocol: "imap",
				Host:     "mail.centurylink.net",
				Port:     993,
				Security: "tls",
				Domains:  []string{"centurylink.net", "embarqmail.com", "qwest.net", "centurytel.net"},
			},
			{
				Protocol: "imap",
				Host:     "mail.q.com",
				Port:     993,
				Security: "tls",
				Domains:  []string{"q.com"},
			},
			{
				Protocol: "imap",
				Host:     "mail.elpasotel.net",
				Port:     993,
				Security: "tls",
				Domains:  []string{"elpasotel.net"},
			},
			{
				Protocol: "imap",
				Host:     "mail.centurylink.net",
				Port:     993,
				Security: "tls",
				Domains:  []string{"q.com", "elpasotel.net"},
			},
			{
				Protocol: "pop3",
				Host:     "pop.centurylink.net",
				Port:     995,
				Security: "tls",
				Domains:  []string{"centurylink.net", "embarqmail.com"},
			},
			{
				Protocol: "pop3",
				Host:     "mail.q.com",
				Port:     995,
				Security: "tls",
				Domains:  []string{"q.com"},
			},
			{
				Protocol: "pop3",
				Host:     "pop3.elpasotel.net",
				Port:     995,
				Security: "tls",
				Domains:  []string{"elpasotel.net"},
			},
			{
				Protocol: "pop3",
				Host:     "pop.centurytel.net",
				Port:     995,
				Security: "tls",
				Domains:  []string{"centurytel.net"},
			},
			{
				Protocol: "smtp",
				Host:     "smtp.centurylink.net",
				Port:     587,
				Security: "starttls",
				Domains:  []string{"centurylink.net", "embarqmail.com", "qwest.net"},
			},
			{
				Protocol: "smtp",
				Host:     "smtp.q.com",
				Port:     587,
				Security: "starttls",
				Domains:  []string{"q.com"},
			},
			{
				Protocol: "smtp",
				Host:     "smtp.elpasotel.net",
				Port:     587,
				Security: "starttls",
				Domains:  []string{"elpasotel.net"},
			},
			{
				Protocol: "smtp",
				Host:     "smtpauth.centurytel.net",
				Port:     587,
				Security: "starttls",
				Domains:  []string{"centurytel.net"},
			},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://mail.centurylink.net/"},
		Help: []provider.Link{
			{
				URL:  "https://www.centurylink.com/home/help/internet/email/",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "help centre"},
					{Lang: "zh", Words: "帮助中心"},
				},
			},
		},
		Confidence: "high",
		Origin:     "centurylink.yaml",
	},
	{
		ID: "china-com",
		Name: provider.Text{
			{Lang: "en", Words: "China.com Mail"},
			{Lang: "zh", Words: "中华网邮箱"},
		},
		Operator: provider.Text{
			{Lang: "en", Words: "China.com"},
			{Lang: "zh", Words: "中华网"},
		},
		Kind:      "free",
		Lifecycle: "legacy",
		Domains:   []string{"china.com", "mail.china.com"},
		Servers: []provider.Server{
			{Protocol: "pop3", Host: "pop.china.com", Port: 995, Security: "tls", Status: "unverified"},
			{Protocol: "smtp", Host: "smtp.china.com", Port: 465, Security: "tls", Status: "unverified"},
			{Protocol: "pop3", Host: "pop.china.com", Port: 110, Security: "none"},
			{Protocol: "smtp", Host: "smtp.china.com", Port: 25, Security: "none"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password", "authorization-code"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password or client authorization code"},
				{Lang: "zh", Words: "邮箱密码或客户端授权码"},
			},
		},
		Webmail:    []string{"https://mail.china.com/"},
		Confidence: "low",
		Origin:     "china-com.yaml",
	},
	{
		ID: "china-mobile-139",
		Name: provider.Text{
			{Lang: "en", Words: "China Mobile 139 Mail"},
			{Lang: "zh", Words: "中国移动139邮箱"},
		},
		Short: provider.Text{
			{Lang: "en", Words: "139 Mail"},
			{Lang: "zh", Words: "139邮箱"},
		},
		Operator: provider.Text{
			{Lang: "en", Words: "China Mobile"},
			{Lang: "zh", Words: "中国移动"},
		},
		Kind:    "free",
		Domains: []string{"139.com"},
		MX: []provider.MXSuffix{
			{Suffix: "mail.139.com"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.139.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.139.com", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.139.com", Port: 465, Security: "tls"},
			{Protocol: "imap", Host: "imap.139.com", Port: 143, Security: "none"},
			{Protocol: "pop3", Host: "pop.139.com", Port: 110, Security: "none"},
			{Protocol: "smtp", Host: "smtp.139.com", Port: 25, Security: "none"},
		},
		Username: "{address}",
		UsernameNote: provider.Text{
			{Lang: "en", Words: "usually the mobile number followed by @139.com"},
			{Lang: "zh", Words: "通常是手机号加 @139.com"},
		},
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"authorization-code"},
			Name: provider.Text{
				{Lang: "en", Words: "client password (authorization code)"},
				{Lang: "zh", Words: "客户端密码（邮箱授权码）"},
			},
			Where: provider.Text{
				{Lang: "en", Words: "web mail > Settings > Account and security > Client password"},
				{Lang: "zh", Words: "网页邮箱「设置」→「账户与安全」→「客户端密码」"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to 139 Mail on the web, open Settings > Account and security > Mail protocol settings and switch IMAP/SMTP (or POP3) on"},
				{Lang: "zh", Words: "网页登录 139 邮箱，在「设置」→「账户与安全」→「邮箱协议设置」中开启 IMAP/SMTP（或 POP3）"},
			},
			{
				{Lang: "en", Words: "In the same place set the client password; a text message check is needed"},
				{Lang: "zh", Words: "在同一处设置「客户端密码」（需短信验证）"},
			},
			{
				{Lang: "en", Words: "Use that password in the mail program, not the web password"},
				{Lang: "zh", Words: "在邮件客户端中用该密码登录，不用网页密码"},
			},
		},
		Webmail: []string{"https://mail.139.com/", "https://mail.10086.cn/"},
		Help: []provider.Link{
			{
				URL:  "https://help.mail.10086.cn/statichtml/1/Content/858.html",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "TLS ports 993, 995 and 465"},
					{Lang: "zh", Words: "SSL 端口 993、995、465"},
				},
			},
			{
				URL:  "https://help.mail.10086.cn/statichtml/9/Content/837.html",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "mail program set-up"},
					{Lang: "zh", Words: "客户端设置"},
				},
			},
			{
				URL:  "https://help.mail.10086.cn/statichtml/1/Content/3620.html",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "switching the protocols on"},
					{Lang: "zh", Words: "开启邮箱协议"},
				},
			},
			{
				URL:  "https://help.mail.10086.cn/statichtml/16/Content/1234606.html",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "authorization code"},
					{Lang: "zh", Words: "授权码"},
				},
			},
		},
		Quirks:     []string{"imap.139.com:993 offered only RSA key exchange in a test of 2026-10 (Go presets): TLS stacks without it, such as Go's default, fail in the handshake.", "Port 143 does not announce STARTTLS (same test).", "imap.10086.cn, pop.10086.cn and smtp.10086.cn are other names of the servers."},
		Confidence: "high",
		Origin:     "china-mobile-139.yaml",
	},
	{
		ID: "china-telecom-189",
		Name: provider.Text{
			{Lang: "en", Words: "China Telecom 189 Mail"},
			{Lang: "zh", Words: "中国电信189邮箱"},
		},
		Short: provider.Text{
			{Lang: "en", Words: "189 Mail"},
			{Lang: "zh", Words: "189邮箱"},
		},
		Operator: provider.Text{
			{Lang: "en", Words: "China Telecom"},
			{Lang: "zh", Words: "中国电信"},
		},
		Kind:    "free",
		Domains: []string{"189.cn"},
		MX: []provider.MXSuffix{
			{Suffix: "mta-189.21cn.com"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.189.cn", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.189.cn", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.189.cn", Port: 465, Security: "tls"},
			{Protocol: "imap", Host: "imap.189.cn", Port: 143, Security: "none"},
			{Protocol: "smtp", Host: "smtp.189.cn", Port: 25, Security: "none"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password or client password"},
				{Lang: "zh", Words: "登录密码或客户端专用密码"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to 189 Mail on the web, open Settings > IMAP/POP3/SMTP service and tick IMAP/SMTP service"},
				{Lang: "zh", Words: "网页登录 189 邮箱，在「设置」→「IMAP/POP3/SMTP服务」中勾选「IMAP/SMTP服务」"},
			},
			{
				{Lang: "en", Words: "If the page offers a client password, use that in the mail program; otherwise use the mailbox password"},
				{Lang: "zh", Words: "若设置页提供客户端专用密码，在邮件客户端中用它；否则用登录密码"},
			},
		},
		Webmail: []string{"https://mail.189.cn/", "https://webmail30.189.cn/w2/"},
		Help: []provider.Link{
			{
				URL:  "https://help.189.cn/client/client.html",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "mail program set-up"},
					{Lang: "zh", Words: "客户端设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "china-telecom-189.yaml",
	},
	{
		ID: "china-unicom-wo",
		Name: provider.Text{
			{Lang: "en", Words: "China Unicom Wo Mail"},
			{Lang: "zh", Words: "中国联通沃邮箱"},
		},
		Operator: provider.Text{
			{Lang: "en", Words: "China Unicom"},
			{Lang: "zh", Words: "中国联通"},
		},
		Kind:    "free",
		Domains: []string{"wo.cn"},
		MX: []provider.MXSuffix{
			{Suffix: "womx.wo.com.cn"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.wo.cn", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.wo.cn", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.wo.cn", Port: 465, Security: "tls"},
			{Protocol: "imap", Host: "imap.wo.cn", Port: 143, Security: "none"},
			{Protocol: "pop3", Host: "pop.wo.cn", Port: 110, Security: "none"},
			{Protocol: "smtp", Host: "smtp.wo.cn", Port: 25, Security: "none"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password", "authorization-code"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password or client authorization code"},
				{Lang: "zh", Words: "邮箱密码或客户端授权码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in at mail.wo.cn and check in Settings whether IMAP, POP3 and SMTP are on"},
				{Lang: "zh", Words: "登录 mail.wo.cn，在设置里查看 IMAP/POP3/SMTP 是否开启"},
			},
		},
		Webmail:    []string{"https://mail.wo.cn/"},
		Confidence: "medium",
		Origin:     "china-unicom-wo.yaml",
	},
	{
		ID: "comcast",
		Name: provider.Text{
			{Lang: "en", Words: "Comcast / Xfinity"},
		},
		Kind:    "isp",
		Domains: []string{"comcast.net", "xfinity.com"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.comcast.net", Port: 993, Security: "tls"},
			{Protocol: "imap", Host: "imap.comcast.net", Port: 143, Security: "starttls"},
			{Protocol: "pop3", Host: "mail.comcast.net", Port: 995, Security: "tls"},
			{Protocol: "pop3", Host: "mail.comcast.net", Port: 110, Security: "starttls"},
			{Protocol: "pop3", Host: "pop.comcast.net", Port: 995, Security: "tls", Status: "unverified"},
			{Protocol: "smtp", Host: "smtp.comcast.net", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.comcast.net", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"oauth2", "password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password, once third-party access is on"},
				{Lang: "zh", Words: "邮箱密码（须先允许第三方访问）"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to the web mail and switch third-party access on in the settings (see https://www.xfinity.com/support/articles/third-party-email-access)"},
				{Lang: "zh", Words: "登录网页邮箱，在设置中允许第三方访问（参见 https://www.xfinity.com/support/articles/third-party-email-access）"},
			},
		},
		OAuth2: provider.OAuth2{
			Issuer:   "comcast.net",
			AuthURL:  "https://oauth.xfinity.com/oauth/authorize",
			TokenURL: "https://oauth.xfinity.com/oauth/token",
			Scopes:   []string{"https://email.comcast.net/", "profile", "openid"},
			PKCE:     true,
		},
		Webmail: []string{"https://connect.xfinity.com/"},
		Help: []provider.Link{
			{
				URL:  "https://www.xfinity.com/support/articles/email-client-programs-with-xfinity-email",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "comcast.yaml",
	},
	{
		ID: "coremail-generic",
		Name: provider.Text{
			{Lang: "en", Words: "Coremail-hosted mail"},
			{Lang: "zh", Words: "Coremail 托管邮箱"},
		},
		Operator: provider.Text{
			{Lang: "en", Words: "Coremail (Lunkr)"},
			{Lang: "zh", Words: "盈世Coremail"},
		},
		Kind:   "enterprise",
		Hosted: true,
		MX: []provider.MXSuffix{
			{Suffix: "icoremail.net", Status: "unverified"},
			{Suffix: "coremail.cn"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.{domain}", Port: 993, Security: "tls", Status: "unverified"},
			{Protocol: "imap", Host: "mail.{domain}", Port: 993, Security: "tls", Status: "unverified"},
			{Protocol: "pop3", Host: "pop.{domain}", Port: 995, Security: "tls", Status: "unverified"},
			{Protocol: "smtp", Host: "smtp.{domain}", Port: 465, Security: "tls", Status: "unverified"},
			{Protocol: "smtp", Host: "mail.{domain}", Port: 465, Security: "tls", Status: "unverified"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password", "authorization-code"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password or client authorization code"},
				{Lang: "zh", Words: "邮箱密码或客户端授权码"},
			},
		},
		Access: "admin",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Ask the administrator for the names of the servers"},
				{Lang: "zh", Words: "向管理员询问服务器名"},
			},
			{
				{Lang: "en", Words: "Most Coremail sites let members create a client password in the web Settings"},
				{Lang: "zh", Words: "多数 Coremail 单位可在网页「设置」里生成客户端专用密码"},
			},
		},
		Quirks:     []string{"Use it only as a guess, after DNS (SRV records, autoconfig) has failed.", "Sending proxies below icoremail.net are seen in many message headers; as MX hosts they are believed."},
		Confidence: "low",
		Origin:     "coremail-generic.yaml",
	},
	{
		ID: "cox",
		Name: provider.Text{
			{Lang: "en", Words: "Cox"},
		},
		Kind:      "isp",
		Lifecycle: "moved",
		Domains:   []string{"cox.net"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.mail.yahoo.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.mail.yahoo.com", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.mail.yahoo.com", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"oauth2", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "app password"},
				{Lang: "zh", Words: "应用专用密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Create an app password (https://login.yahoo.com/account/security) and use it in the mail program instead of the login password"},
				{Lang: "zh", Words: "生成应用专用密码（https://login.yahoo.com/account/security），在邮件客户端中代替登录密码"},
			},
		},
		OAuth2: provider.OAuth2{
			Issuer:    "login.yahoo.com",
			AuthURL:   "https://api.login.yahoo.com/oauth2/request_auth",
			TokenURL:  "https://api.login.yahoo.com/oauth2/get_token",
			Scopes:    []string{"mail-w"},
			DAVScopes: []string{"ycal-w", "sdct-w"},
			PKCE:      true,
			Note:      "The mail scope is given to approved partners only (Go presets).",
		},
		Webmail: []string{"https://mail.yahoo.com/"},
		Help: []provider.Link{
			{
				URL:  "https://www.cox.com/residential/support/imap-server-settings.html",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Confidence: "medium",
		Origin:     "cox.yaml",
	},
	{
		ID: "cstnet",
		Name: provider.Text{
			{Lang: "en", Words: "CSTNET Mail (Coremail)"},
			{Lang: "zh", Words: "中国科技网邮箱（Coremail）"},
		},
		Short: provider.Text{
			{Lang: "en", Words: "CSTNET Mail"},
			{Lang: "zh", Words: "中国科技网邮箱"},
		},
		Operator: provider.Text{
			{Lang: "en", Words: "CNIC, Chinese Academy of Sciences"},
			{Lang: "zh", Words: "中国科学院计算机网络信息中心"},
		},
		Kind:    "enterprise",
		Domains: []string{"cstnet.cn", "mails.ucas.ac.cn", "ucas.ac.cn"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "cstnet.cn", Status: "unverified"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "mail.cstnet.cn", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "mail.cstnet.cn", Port: 995, Security: "tls", Status: "unverified"},
			{Protocol: "smtp", Host: "mail.cstnet.cn", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "mail.cstnet.cn", Port: 25, Security: "none"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "client-specific password"},
				{Lang: "zh", Words: "客户端专用密码"},
			},
			WebPassword: "unknown",
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in on the web, open Settings > Security and create a client password where one is offered"},
				{Lang: "zh", Words: "网页登录后，在「设置」→「安全设置」里生成客户端专用密码（如已启用）"},
			},
		},
		Webmail:    []string{"https://mail.cstnet.cn/"},
		Quirks:     []string{"IMAP and SMTP share one host name, on the default ports of Coremail."},
		Confidence: "medium",
		Origin:     "cstnet.yaml",
	},
	{
		ID: "daum",
		Name: provider.Text{
			{Lang: "en", Words: "Daum / Hanmail"},
			{Lang: "ko", Words: "다음 메일"},
		},
		Kind:    "free",
		Domains: []string{"daum.net", "hanmail.net"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.daum.net", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.daum.net", Port: 995, Security: "tls", Status: "unverified"},
			{Protocol: "smtp", Host: "smtp.daum.net", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "app password"},
				{Lang: "zh", Words: "应用专用密码"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in at https://mail.daum.net/ and switch IMAP on under 설정 > IMAP/POP3 (Settings)"},
				{Lang: "zh", Words: "登录 https://mail.daum.net/，在「설정 > IMAP/POP3」（设置）中开启 IMAP"},
			},
			{
				{Lang: "en", Words: "Create an app password and use it in the mail program instead of the login password"},
				{Lang: "zh", Words: "生成应用专用密码，在邮件客户端中代替登录密码"},
			},
		},
		Webmail: []string{"https://mail.daum.net/"},
		Help: []provider.Link{
			{
				URL:  "https://cs.daum.net/faq/43/9234.html#24081",
				Lang: "ko",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "daum.yaml",
	},
	{
		ID: "disroot",
		Name: provider.Text{
			{Lang: "en", Words: "Disroot"},
		},
		Kind:    "free",
		Domains: []string{"disroot.org"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "disroot.org", Port: 993, Security: "tls"},
			{Protocol: "smtp", Host: "disroot.org", Port: 587, Security: "starttls"},
		},
		Username: "{localpart}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Access: "on",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "As far as is known, nothing needs to be switched on; sign in with the part of the address before the @ and the mailbox password"},
				{Lang: "zh", Words: "据现有资料无需另行开启，用邮箱地址 @ 前的部分和邮箱密码登录即可"},
			},
		},
		Webmail:    []string{"https://webmail.disroot.org/"},
		Confidence: "high",
		Origin:     "disroot.yaml",
	},
	{
		ID: "docomo",
		Name: provider.Text{
			{Lang: "en", Words: "NTT docomo mail"},
			{Lang: "ja", Words: "ドコモメール"},
		},
		Kind:    "isp",
		Domains: []string{"docomo.ne.jp"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.spmode.ne.jp", Port: 993, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.spmode.ne.jp", Port: 465, Security: "tls"},
		},
		Username: "other",
		UsernameNote: provider.Text{
			{Lang: "en", Words: "the id of your d ACCOUNT"},
			{Lang: "ja", Words: "dアカウントの ID"},
			{Lang: "zh", Words: "你的 dアカウント ID"},
		},
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "IMAP password issued in the docomo mail settings"},
				{Lang: "zh", Words: "docomo 邮件设置中发放的 IMAP 专用密码"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "In the docomo mail settings allow use by d ACCOUNT and issue the IMAP password"},
				{Lang: "zh", Words: "在 docomo 邮件设置中开启 dアカウント利用，并发放 IMAP 专用密码"},
			},
			{
				{Lang: "en", Words: "In the mail program use the id of your d ACCOUNT as user name"},
				{Lang: "zh", Words: "在邮件客户端中用 dアカウント ID 作用户名"},
			},
		},
		Webmail:    []string{"https://mail.smt.docomo.ne.jp/"},
		Quirks:     []string{"A Python script lowers the OpenSSL security level to connect, so weak keys or ciphers are likely."},
		Confidence: "medium",
		Origin:     "docomo.yaml",
	},
	{
		ID: "domainfactory",
		Name: provider.Text{
			{Lang: "en", Words: "DomainFactory"},
		},
		Kind:    "hosting",
		Domains: []string{"ispgateway.de"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "ispgateway.de"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "sslin.df.eu", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "sslin.df.eu", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "sslout.df.eu", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Access: "on",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "As far as is known, nothing needs to be switched on; sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "据现有资料无需另行开启，用完整邮箱地址和邮箱密码登录即可"},
			},
		},
		Webmail: []string{"https://webmail.df.eu/"},
		Help: []provider.Link{
			{
				URL:  "https://www.df.eu/de/support/df-faq/e-mail/pop3-imap-postfaecher/mail-programme/",
				Lang: "de",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "domainfactory.yaml",
	},
	{
		ID: "dondominio",
		Name: provider.Text{
			{Lang: "en", Words: "DonDominio / MrDomain"},
		},
		Short: provider.Text{
			{Lang: "en", Words: "DonDominio"},
		},
		Kind:    "hosting",
		Domains: []string{"dondominio.com"},
		Hosted:  true,
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.dondominio.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop3.dondominio.com", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.dondominio.com", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Access: "on",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "As far as is known, nothing needs to be switched on; sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "据现有资料无需另行开启，用完整邮箱地址和邮箱密码登录即可"},
			},
		},
		Confidence: "high",
		Origin:     "dondominio.yaml",
	},
	{
		ID: "dreamhost",
		Name: provider.Text{
			{Lang: "en", Words: "DreamHost"},
		},
		Kind:    "hosting",
		Domains: []string{"dreamhost.com"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "dreamhost.com"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.dreamhost.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.dreamhost.com", Port: 995, Security: "tls", Status: "unverified"},
			{Protocol: "smtp", Host: "smtp.dreamhost.com", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Access: "on",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "As far as is known, nothing needs to be switched on; sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "据现有资料无需另行开启，用完整邮箱地址和邮箱密码登录即可"},
			},
		},
		Webmail: []string{"https://webmail.dreamhost.com/"},
		Help: []provider.Link{
			{
				URL:  "https://help.dreamhost.com/hc/en-us/articles/214918038-Email-client-configuration-overview",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Confidence: "medium",
		Origin:     "dreamhost.yaml",
	},
	{
		ID: "earthlink",
		Name: provider.Text{
			{Lang: "en", Words: "EarthLink"},
		},
		Kind:    "isp",
		Domains: []string{"earthlink.net", "mindspring.com", "ix.netcom.com"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.earthlink.net", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.earthlink.net", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtpauth.earthlink.net", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://webmail.earthlink.net/"},
		Help: []provider.Link{
			{
				URL:  "https://help.earthlink.net/portal/en/kb/articles/email-server-settings",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "earthlink.yaml",
	},
	{
		ID: "email-it",
		Name: provider.Text{
			{Lang: "en", Words: "Email.it"},
		},
		Kind:    "free",
		Domains: []string{"email.it"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "in.email.it", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.email.it", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "out.email.it", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://www.email.it/"},
		Help: []provider.Link{
			{
				URL:  "https://www.email.it/faq",
				Lang: "it",
				Topic: provider.Text{
					{Lang: "en", Words: "help centre"},
					{Lang: "zh", Words: "帮助中心"},
				},
			},
		},
		Confidence: "high",
		Origin:     "email-it.yaml",
	},
	{
		ID: "fastmail",
		Name: provider.Text{
			{Lang: "en", Words: "Fastmail"},
		},
		Kind:    "paid",
		Domains: []string{"fastmail.com", "fastmail.fm", "fastmail.cn", "fastmail.co.uk", "fastmail.com.au", "fastmail.de", "fastmail.es", "fastmail.fr", "fastmail.im", "fastmail.in", "fastmail.jp", "fastmail.mx", "fastmail.net", "fastmail.nl", "fastmail.org", "fastmail.se", "fastmail.to", "fastmail.tw", "fastmail.uk", "fastmail.us", "123mail.org", "airpost.net", "eml.cc", "fmail.co.uk", "fmgirl.com", "fmguy.com", "mailbolt.com", "mailcan.com", "mailhaven.com", "mailmight.com", "ml1.net", "mm.st", "myfastmail.com", "proinbox.com", "promessage.com", "rushpost.com", "sent.as", "sent.at", "sent.com", "speedymail.org", "warpmail.net", "xsmail.com", "f-m.fm", "fastest.cc", "imap.cc", "ftml.net", "fea.st", "operamail.com"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "messagingengine.com"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.fastmail.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.fastmail.com", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.fastmail.com", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.fastmail.com", Port: 587, Security: "starttls", Status: "discouraged"},
		},
		Services: []provider.Service{
			{Type: "caldav", URL: "https://caldav.fastmail.com/"},
			{Type: "carddav", URL: "https://carddav.fastmail.com/"},
			{Type: "jmap", URL: "https://api.fastmail.com/jmap/session", Status: "unverified"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"oauth2", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "app password"},
				{Lang: "zh", Words: "应用专用密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Create an app password (https://app.fastmail.com/settings/security) and use it in the mail program instead of the login password"},
				{Lang: "zh", Words: "生成应用专用密码（https://app.fastmail.com/settings/security），在邮件客户端中代替登录密码"},
			},
		},
		OAuth2: provider.OAuth2{
			Issuer:    "www.fastmail.com",
			AuthURL:   "https://api.fastmail.com/oauth/authorize",
			TokenURL:  "https://api.fastmail.com/oauth/refresh",
			Scopes:    []string{"https://www.fastmail.com/dev/protocol-imap", "https://www.fastmail.com/dev/protocol-pop", "https://www.fastmail.com/dev/protocol-smtp"},
			DAVScopes: []string{"https://www.fastmail.com/dev/protocol-caldav", "https://www.fastmail.com/dev/protocol-carddav"},
			PKCE:      true,
			Note:      "ISPDB lists OAuth2 as a method, but has no parameters for it.",
		},
		Webmail: []string{"https://app.fastmail.com/"},
		Help: []provider.Link{
			{
				URL:  "https://www.fastmail.help/hc/en-us/articles/1500000278342-Server-names-and-ports",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
			{
				URL:  "https://www.fastmail.help/hc/en-us/articles/360058752854-App-passwords",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "app passwords"},
					{Lang: "zh", Words: "应用专用密码"},
				},
			},
		},
		Quirks:     []string{"The Basic plan has no IMAP and SMTP (Go presets, Nami Mail).", "The Delta Chat database lists about 115 vanity domains; only the better known are here."},
		Confidence: "high",
		Origin:     "fastmail.yaml",
	},
	{
		ID: "fastweb",
		Name: provider.Text{
			{Lang: "en", Words: "Fastweb"},
		},
		Kind:    "isp",
		Domains: []string{"fastwebnet.it"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.fastwebnet.it", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.fastwebnet.it", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.fastwebnet.it", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://fastmail.fastweb.it/"},
		Help: []provider.Link{
			{
				URL:  "https://www.fastweb.it/fastmail/guida/mail_POPeIMAP/",
				Lang: "it",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Quirks:     []string{"ISPDB asks for encrypted-password authentication (CRAM-MD5)."},
		Confidence: "high",
		Origin:     "fastweb.yaml",
	},
	{
		ID: "feishu",
		Name: provider.Text{
			{Lang: "en", Words: "Feishu Mail"},
			{Lang: "zh", Words: "飞书邮箱"},
		},
		Operator: provider.Text{
			{Lang: "en", Words: "ByteDance (Feishu)"},
			{Lang: "zh", Words: "飞书"},
		},
		Kind:    "enterprise",
		Domains: []string{"feishu.cn"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "mx1.feishu.cn"},
			{Suffix: "mx2.feishu.cn"},
			{Suffix: "mx3.feishu.cn"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.feishu.cn", Port: 993, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.feishu.cn", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.feishu.cn", Port: 587, Security: "starttls", Status: "unverified"},
		},
		Services: []provider.Service{
			{Type: "caldav", URL: "https://caldav.feishu.cn/", Status: "unverified"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "third-party client password"},
				{Lang: "zh", Words: "第三方客户端专用密码"},
			},
			Where: provider.Text{
				{Lang: "en", Words: "Feishu Mail > Settings > Third-party client"},
				{Lang: "zh", Words: "飞书邮箱「设置」→「第三方客户端」"},
			},
		},
		Access: "admin",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Administrator: allow third-party mail programs for members in the Feishu admin console"},
				{Lang: "zh", Words: "管理员：在飞书管理后台允许成员使用第三方邮箱客户端"},
			},
			{
				{Lang: "en", Words: "Member: in Feishu Mail open Settings > Third-party client and create the password"},
				{Lang: "zh", Words: "成员：在飞书邮箱「设置」→「第三方客户端」中生成专用密码"},
			},
			{
				{Lang: "en", Words: "Sign in to IMAP and SMTP with the full address and that password"},
				{Lang: "zh", Words: "用完整地址和专用密码登录 IMAP/SMTP"},
			},
		},
		Webmail: []string{"https://www.feishu.cn/mail"},
		Help: []provider.Link{
			{
				URL:  "https://www.feishu.cn/hc/articles/360049068017",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "third-party mail programs, for administrators"},
					{Lang: "zh", Words: "第三方客户端访问（管理员）"},
				},
			},
			{
				URL:  "https://www.feishu.cn/hc/zh-CN/articles/875569252485",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "MX records"},
					{Lang: "zh", Words: "MX 记录"},
				},
			},
		},
		Quirks:     []string{"No POP3 has been seen: a public tool exists only to bridge Feishu IMAP to POP3 (imap2pop)."},
		Confidence: "high",
		Origin:     "feishu.yaml",
	},
	{
		ID: "free-fr",
		Name: provider.Text{
			{Lang: "en", Words: "Free"},
		},
		Kind:    "isp",
		Domains: []string{"free.fr", "libertysurf.fr"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.free.fr", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.free.fr", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.free.fr", Port: 465, Security: "tls"},
		},
		Username: "{localpart}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to the subscriber area (https://subscribe.free.fr/login/) and switch authenticated SMTP on"},
				{Lang: "zh", Words: "登录用户中心（https://subscribe.free.fr/login/），开启 SMTP 认证"},
			},
		},
		Webmail: []string{"https://zimbra.free.fr/"},
		Help: []provider.Link{
			{
				URL:  "https://assistance.free.fr/articles/configurer-de-maniere-avancee-mon-logiciel-de-messagerie-609",
				Lang: "fr",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Quirks:     []string{"Authenticated SMTP may have to be switched on in the subscriber area (FairEmail)."},
		Confidence: "high",
		Origin:     "free-fr.yaml",
	},
	{
		ID: "freenet-de",
		Name: provider.Text{
			{Lang: "en", Words: "freenet"},
		},
		Kind:    "free",
		Domains: []string{"freenet.de", "fn.de", "freenetmail.de", "bossmail.de", "justmail.de"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "mx.freenet.de", Port: 993, Security: "tls"},
			{Protocol: "imap", Host: "mx.freenet.de", Port: 143, Security: "starttls"},
			{Protocol: "pop3", Host: "mx.freenet.de", Port: 995, Security: "tls", Status: "unverified"},
			{Protocol: "smtp", Host: "mx.freenet.de", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "mx.freenet.de", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to the web mail and switch POP3 and IMAP on in the settings (see https://kundenservice.freenet.de/artikel/1685)"},
				{Lang: "zh", Words: "登录网页邮箱，在设置中开启 POP3/IMAP（参见 https://kundenservice.freenet.de/artikel/1685）"},
			},
		},
		Webmail: []string{"https://webmail.freenet.de/"},
		Help: []provider.Link{
			{
				URL:  "https://kundenservice.freenet.de/artikel/1869",
				Lang: "de",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Quirks:     []string{"ISPDB dropped its freenet.de file in 2025-07; freenet is believed to serve its own autoconfig."},
		Confidence: "high",
		Origin:     "freenet-de.yaml",
	},
	{
		ID: "gandi",
		Name: provider.Text{
			{Lang: "en", Words: "Gandi Mail"},
		},
		Kind:    "hosting",
		Domains: []string{"gandi.net"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "mail.gandi.net"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "mail.gandi.net", Port: 993, Security: "tls"},
			{Protocol: "imap", Host: "mail.gandi.net", Port: 143, Security: "starttls"},
			{Protocol: "pop3", Host: "mail.gandi.net", Port: 995, Security: "tls"},
			{Protocol: "pop3", Host: "mail.gandi.net", Port: 110, Security: "starttls"},
			{Protocol: "smtp", Host: "mail.gandi.net", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "mail.gandi.net", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Access: "on",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "As far as is known, nothing needs to be switched on; sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "据现有资料无需另行开启，用完整邮箱地址和邮箱密码登录即可"},
			},
		},
		Webmail: []string{"https://webmail.gandi.net/"},
		Help: []provider.Link{
			{
				URL:  "https://docs.gandi.net/en/gandimail/standard_email_settings/",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "gandi.yaml",
	},
	{
		ID: "gmail",
		Name: provider.Text{
			{Lang: "en", Words: "Gmail"},
			{Lang: "zh", Words: "谷歌邮箱"},
		},
		Kind:    "free",
		Domains: []string{"gmail.com", "googlemail.com"},
		MX: []provider.MXSuffix{
			{Suffix: "gmail-smtp-in.l.google.com"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.gmail.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.gmail.com", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.gmail.com", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.gmail.com", Port: 587, Security: "starttls"},
		},
		Services: []provider.Service{
			{Type: "caldav", URL: "https://apidata.googleusercontent.com/caldav/v2/{address}/user"},
			{Type: "carddav", URL: "https://www.googleapis.com/.well-known/carddav"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"oauth2", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "app password"},
				{Lang: "zh", Words: "应用专用密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Best sign in with Google (OAuth2), if your mail program offers it"},
				{Lang: "zh", Words: "若邮件客户端支持，优先使用 Google 登录（OAuth2）"},
			},
			{
				{Lang: "en", Words: "Otherwise turn on 2-Step Verification and create a 16-character app password at https://myaccount.google.com/apppasswords"},
				{Lang: "zh", Words: "否则先开启两步验证，再在 https://myaccount.google.com/apppasswords 生成 16 位应用专用密码"},
			},
			{
				{Lang: "en", Words: "For POP switch it on in Gmail under Settings > Forwarding and POP/IMAP"},
				{Lang: "zh", Words: "用 POP 时在 Gmail 设置的「转发和 POP/IMAP」中开启"},
			},
		},
		OAuth2: provider.OAuth2{
			Issuer:    "accounts.google.com",
			AuthURL:   "https://accounts.google.com/o/oauth2/v2/auth",
			TokenURL:  "https://oauth2.googleapis.com/token",
			Scopes:    []string{"https://mail.google.com/"},
			DAVScopes: []string{"https://www.googleapis.com/auth/carddav", "https://www.googleapis.com/auth/calendar"},
			PKCE:      true,
			Note:      "ISPDB and Thunderbird on the desktop still use .../o/oauth2/auth and www.googleapis.com/oauth2/v3/token; Thunderbird for Android, GNOME and Evolution use the addresses here.",
		},
		Webmail: []string{"https://mail.google.com/"},
		Help: []provider.Link{
			{
				URL:  "https://support.google.com/mail/answer/7126229",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
			{
				URL:  "https://support.google.com/accounts/answer/185833",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "app passwords"},
					{Lang: "zh", Words: "应用专用密码"},
				},
			},
		},
		Quirks:     []string{"CalDAV and CardDAV take OAuth2 only."},
		Confidence: "high",
		Origin:     "gmail.yaml",
	},
	{
		ID: "gmx-com",
		Name: provider.Text{
			{Lang: "en", Words: "GMX (international)"},
		},
		Kind:    "free",
		Domains: []string{"gmx.com", "gmx.us", "gmx.tm", "gmx.co.uk", "gmx.es", "gmx.fr", "gmx.it", "gmx.ca", "gmx.cn", "gmx.co.in", "gmx.com.br", "gmx.com.my", "gmx.com.tr", "gmx.hk", "gmx.ie", "gmx.li", "gmx.ph", "gmx.pt", "gmx.ru", "gmx.se", "gmx.sg", "gmx.tw"},
		MX: []provider.MXSuffix{
			{Suffix: "mx00.gmx.net"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.gmx.com", Port: 993, Security: "tls"},
			{Protocol: "imap", Host: "imap.gmx.com", Port: 143, Security: "starttls"},
			{Protocol: "pop3", Host: "pop.gmx.com", Port: 995, Security: "tls"},
			{Protocol: "pop3", Host: "pop.gmx.com", Port: 110, Security: "starttls"},
			{Protocol: "smtp", Host: "mail.gmx.com", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "mail.gmx.com", Port: 587, Security: "starttls"},
		},
		Services: []provider.Service{
			{Type: "caldav", URL: "https://caldav.gmx.com/", Status: "unverified"},
			{Type: "carddav", URL: "https://carddav.gmx.com/", Status: "unverified"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password, or app password with two-step verification"},
				{Lang: "zh", Words: "邮箱密码（开启两步验证后用应用专用密码）"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to the web mail and switch POP3 and IMAP on in the settings (see https://support.gmx.com/pop-imap/toggle.html)"},
				{Lang: "zh", Words: "登录网页邮箱，在设置中开启 POP3/IMAP（参见 https://support.gmx.com/pop-imap/toggle.html）"},
			},
			{
				{Lang: "en", Words: "If two-step verification is on, also create an app password and use it instead of the mailbox password"},
				{Lang: "zh", Words: "若已开启两步验证，再生成应用专用密码，代替邮箱密码"},
			},
		},
		Webmail: []string{"https://www.gmx.com/"},
		Help: []provider.Link{
			{
				URL:  "https://support.gmx.com/pop-imap/imap/server.html",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "gmx-com.yaml",
	},
	{
		ID: "gmx-net",
		Name: provider.Text{
			{Lang: "en", Words: "GMX (DE/AT/CH)"},
		},
		Kind:    "free",
		Domains: []string{"gmx.net", "gmx.de", "gmx.at", "gmx.ch", "gmx.eu", "gmx.biz", "gmx.org", "gmx.info", "mein.gmx", "mail.gmx", "email.gmx"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.gmx.net", Port: 993, Security: "tls"},
			{Protocol: "imap", Host: "imap.gmx.net", Port: 143, Security: "starttls"},
			{Protocol: "pop3", Host: "pop.gmx.net", Port: 995, Security: "tls"},
			{Protocol: "pop3", Host: "pop.gmx.net", Port: 110, Security: "starttls"},
			{Protocol: "smtp", Host: "mail.gmx.net", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "mail.gmx.net", Port: 587, Security: "starttls"},
		},
		Services: []provider.Service{
			{Type: "caldav", URL: "https://caldav.gmx.net/", Status: "unverified"},
			{Type: "carddav", URL: "https://carddav.gmx.net/", Status: "unverified"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password, or app password with two-step verification"},
				{Lang: "zh", Words: "邮箱密码（开启两步验证后用应用专用密码）"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to the web mail and switch POP3 and IMAP on in the settings (see https://hilfe.gmx.net/pop-imap/einschalten.html)"},
				{Lang: "zh", Words: "登录网页邮箱，在设置中开启 POP3/IMAP（参见 https://hilfe.gmx.net/pop-imap/einschalten.html）"},
			},
			{
				{Lang: "en", Words: "If two-step verification is on, also create an app password and use it instead of the mailbox password"},
				{Lang: "zh", Words: "若已开启两步验证，再生成应用专用密码，代替邮箱密码"},
			},
		},
		Webmail: []string{"https://www.gmx.net/"},
		Help: []provider.Link{
			{
				URL:  "https://hilfe.gmx.net/pop-imap/imap/imap-serverdaten.html",
				Lang: "de",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
			{
				URL:  "https://hilfe.gmx.net/sicherheit/2fa/anwendungsspezifisches-passwort.html",
				Lang: "de",
				Topic: provider.Text{
					{Lang: "en", Words: "app passwords"},
					{Lang: "zh", Words: "应用专用密码"},
				},
			},
		},
		Confidence: "high",
		Origin:     "gmx-net.yaml",
	},
	{
		ID: "godaddy",
		Name: provider.Text{
			{Lang: "en", Words: "GoDaddy Workspace Email"},
		},
		Short: provider.Text{
			{Lang: "en", Words: "GoDaddy"},
		},
		Kind:    "hosting",
		Domains: []string{"secureserver.net"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "secureserver.net"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.secureserver.net", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.secureserver.net", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtpout.secureserver.net", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Access: "on",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "As far as is known, nothing needs to be switched on; sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "据现有资料无需另行开启，用完整邮箱地址和邮箱密码登录即可"},
			},
		},
		Webmail: []string{"https://email.secureserver.net/"},
		Help: []provider.Link{
			{
				URL:  "https://www.godaddy.com/help/server-and-port-settings-for-workspace-email-6949",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Quirks:     []string{"Newer customers are on Microsoft 365 (MX mail.protection.outlook.com)."},
		Confidence: "high",
		Origin:     "godaddy.yaml",
	},
	{
		ID: "google-workspace",
		Name: provider.Text{
			{Lang: "en", Words: "Google Workspace"},
			{Lang: "zh", Words: "谷歌企业邮箱"},
		},
		Kind:    "enterprise",
		Domains: []string{"google.com"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "google.com"},
			{Suffix: "googlemail.com"},
			{Suffix: "smtp.google.com", Status: "unverified"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.gmail.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.gmail.com", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.gmail.com", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.gmail.com", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"oauth2", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "app password"},
				{Lang: "zh", Words: "应用专用密码"},
			},
		},
		Access: "admin",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Administrator: allow IMAP and let users turn on 2-Step Verification"},
				{Lang: "zh", Words: "管理员：允许 IMAP，并允许用户开启两步验证"},
			},
			{
				{Lang: "en", Words: "Sign in with Google (OAuth2), or create an app password where the administrator has not forbidden it"},
				{Lang: "zh", Words: "使用 Google 登录（OAuth2），或在管理员未禁用时生成应用专用密码"},
			},
		},
		OAuth2: provider.OAuth2{
			Issuer:    "accounts.google.com",
			AuthURL:   "https://accounts.google.com/o/oauth2/v2/auth",
			TokenURL:  "https://oauth2.googleapis.com/token",
			Scopes:    []string{"https://mail.google.com/"},
			DAVScopes: []string{"https://www.googleapis.com/auth/carddav", "https://www.googleapis.com/auth/calendar"},
			PKCE:      true,
			Note:      "ISPDB and Thunderbird on the desktop still use .../o/oauth2/auth and www.googleapis.com/oauth2/v3/token; Thunderbird for Android, GNOME and Evolution use the addresses here.",
		},
		Webmail: []string{"https://mail.google.com/"},
		Help: []provider.Link{
			{
				URL:  "https://support.google.com/mail/answer/7126229",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "google-workspace.yaml",
	},
	{
		ID: "hetzner",
		Name: provider.Text{
			{Lang: "en", Words: "Hetzner web hosting"},
		},
		Kind:    "hosting",
		Domains: []string{"your-server.de"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "your-server.de"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "mail.your-server.de", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "mail.your-server.de", Port: 995, Security: "tls", Status: "unverified"},
			{Protocol: "smtp", Host: "mail.your-server.de", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "mail.your-server.de", Port: 587, Security: "starttls", Status: "unverified"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Access: "on",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "As far as is known, nothing needs to be switched on; sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "据现有资料无需另行开启，用完整邮箱地址和邮箱密码登录即可"},
			},
		},
		Webmail: []string{"https://webmail.your-server.de/"},
		Help: []provider.Link{
			{
				URL:  "https://wiki.hetzner.de/index.php/KonsoleH:Email-Konto_einrichten/en",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "hetzner.yaml",
	},
	{
		ID: "hey",
		Name: provider.Text{
			{Lang: "en", Words: "HEY"},
		},
		Kind:    "paid",
		Domains: []string{"hey.com"},
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"none"},
		},
		Unsupported: provider.Text{
			{Lang: "en", Words: "HEY offers no IMAP. Use its own apps or the web mail."},
			{Lang: "zh", Words: "HEY 不提供 IMAP，请使用官方应用或网页邮箱。"},
		},
		Webmail:    []string{"https://app.hey.com/"},
		Confidence: "medium",
		Origin:     "hey.yaml",
	},
	{
		ID: "hostinger",
		Name: provider.Text{
			{Lang: "en", Words: "Hostinger Email"},
		},
		Kind:    "hosting",
		Domains: []string{"hostinger.com"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "hostinger.com"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.hostinger.com", Port: 993, Security: "tls"},
			{Protocol: "imap", Host: "imap.hostinger.com", Port: 143, Security: "starttls"},
			{Protocol: "pop3", Host: "pop.hostinger.com", Port: 995, Security: "tls"},
			{Protocol: "pop3", Host: "pop.hostinger.com", Port: 110, Security: "starttls"},
			{Protocol: "smtp", Host: "smtp.hostinger.com", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.hostinger.com", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Access: "on",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "As far as is known, nothing needs to be switched on; sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "据现有资料无需另行开启，用完整邮箱地址和邮箱密码登录即可"},
			},
		},
		Webmail: []string{"https://mail.hostinger.com/"},
		Help: []provider.Link{
			{
				URL:  "https://www.hostinger.com/support/4768584-how-to-set-up-hostinger-email-on-mozilla-thunderbird-desktop-windows/",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "hostinger.yaml",
	},
	{
		ID: "i-ua",
		Name: provider.Text{
			{Lang: "en", Words: "I.UA"},
		},
		Kind:    "free",
		Domains: []string{"i.ua"},
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"none"},
		},
		Unsupported: provider.Text{
			{Lang: "en", Words: "I.UA offers no IMAP. Use the web mail."},
			{Lang: "zh", Words: "I.UA 不提供 IMAP，请使用网页邮箱。"},
		},
		Webmail:    []string{"https://www.i.ua/"},
		Quirks:     []string{"IMAP is not offered and not planned (Delta Chat database, 2021-08); POP3 for paying users at pop3.i.ua, with smtp.i.ua, is believed to exist."},
		Confidence: "medium",
		Origin:     "i-ua.yaml",
	},
	{
		ID: "icloud",
		Name: provider.Text{
			{Lang: "en", Words: "iCloud Mail"},
			{Lang: "zh", Words: "苹果 iCloud 邮箱"},
		},
		Kind:    "free",
		Domains: []string{"icloud.com", "me.com", "mac.com"},
		MX: []provider.MXSuffix{
			{Suffix: "mail.icloud.com"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.mail.me.com", Port: 993, Security: "tls", Username: "{localpart}"},
			{Protocol: "smtp", Host: "smtp.mail.me.com", Port: 587, Security: "starttls"},
			{Protocol: "smtp", Host: "smtp.mail.me.com", Port: 465, Security: "tls", Status: "unverified"},
		},
		Services: []provider.Service{
			{Type: "caldav", URL: "https://caldav.icloud.com/"},
			{Type: "carddav", URL: "https://contacts.icloud.com/", Status: "unverified"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "app-specific password"},
				{Lang: "zh", Words: "App 专用密码"},
			},
			Length: 16,
			Where: provider.Text{
				{Lang: "en", Words: "account.apple.com > Sign-In and Security"},
				{Lang: "zh", Words: "account.apple.com「登录和安全性」"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Turn on two-factor authentication for the Apple Account"},
				{Lang: "zh", Words: "为 Apple 账户开启双重认证"},
			},
			{
				{Lang: "en", Words: "Create an app-specific password (https://account.apple.com/account/manage) and use it in the mail program instead of the login password"},
				{Lang: "zh", Words: "生成 App 专用密码（https://account.apple.com/account/manage），在邮件客户端中代替登录密码"},
			},
		},
		Webmail: []string{"https://www.icloud.com/mail"},
		Help: []provider.Link{
			{
				URL:  "https://support.apple.com/en-us/102525",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
			{
				URL:  "https://support.apple.com/zh-cn/102654",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "app passwords"},
					{Lang: "zh", Words: "应用专用密码"},
				},
			},
		},
		Quirks:     []string{"There is no POP3.", "IMAP wants the part before the @ and SMTP the full address; IMAP takes the full address too, so a mail program with one user name for both uses the address (Apple, as quoted by the Go presets)."},
		Confidence: "high",
		Origin:     "icloud.yaml",
	},
	{
		ID: "inbox-lv",
		Name: provider.Text{
			{Lang: "en", Words: "Inbox.lv"},
		},
		Kind:    "free",
		Domains: []string{"inbox.lv", "inbox.eu", "inbox.lt", "inbox.la"},
		MX: []provider.MXSuffix{
			{Suffix: "mx1.inbox.lv"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "mail.{domain}", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "mail.{domain}", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "mail.{domain}", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"app-password", "password"},
			Name: provider.Text{
				{Lang: "en", Words: "app password, or the mailbox password"},
				{Lang: "zh", Words: "应用专用密码，或邮箱密码"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to the web mail and switch POP3 and IMAP on in the settings (see https://help.inbox.lv/?keyword=email_clients_access)"},
				{Lang: "zh", Words: "登录网页邮箱，在设置中开启 POP3/IMAP（参见 https://help.inbox.lv/?keyword=email_clients_access）"},
			},
			{
				{Lang: "en", Words: "Create an app password and use it in the mail program instead of the login password"},
				{Lang: "zh", Words: "生成应用专用密码，在邮件客户端中代替登录密码"},
			},
		},
		Webmail: []string{"https://www.inbox.lv/"},
		Help: []provider.Link{
			{
				URL:  "https://help.inbox.lv/?keyword=email_clients_settings",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Quirks:     []string{"The host name holds a placeholder for the mail domain."},
		Confidence: "high",
		Origin:     "inbox-lv.yaml",
	},
	{
		ID: "infomaniak",
		Name: provider.Text{
			{Lang: "en", Words: "Infomaniak"},
		},
		Kind:    "hosting",
		Domains: []string{"ik.me", "ikmail.com", "etik.com"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "infomaniak.ch", Status: "unverified"},
			{Suffix: "infomaniak.com", Status: "unverified"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "mail.infomaniak.com", Port: 993, Security: "tls"},
			{Protocol: "smtp", Host: "mail.infomaniak.com", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "mail.infomaniak.com", Port: 587, Security: "starttls"},
		},
		Services: []provider.Service{
			{Type: "caldav", URL: "https://sync.infomaniak.com/", Status: "unverified"},
			{Type: "carddav", URL: "https://sync.infomaniak.com/", Status: "unverified"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password, or app password with two-step verification"},
				{Lang: "zh", Words: "邮箱密码（开启两步验证后用应用专用密码）"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://mail.infomaniak.com/"},
		Help: []provider.Link{
			{
				URL:  "https://www.infomaniak.com/en/support/faq",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "help centre"},
					{Lang: "zh", Words: "帮助中心"},
				},
			},
			{
				URL:  "https://config.infomaniak.com/",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "set-up assistant"},
					{Lang: "zh", Words: "设置向导"},
				},
			},
		},
		Confidence: "high",
		Origin:     "infomaniak.yaml",
	},
	{
		ID: "interia",
		Name: provider.Text{
			{Lang: "en", Words: "Interia Poczta"},
		},
		Kind:    "free",
		Domains: []string{"interia.pl", "interia.eu", "poczta.fm", "vip.interia.pl", "intmail.pl", "interia.com", "interiowy.pl", "adresik.net", "pacz.to", "pisz.to", "ogarnij.se"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "poczta.interia.pl", Port: 993, Security: "tls"},
			{Protocol: "smtp", Host: "poczta.interia.pl", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://poczta.interia.pl/"},
		Help: []provider.Link{
			{
				URL:  "https://pomoc.poczta.interia.pl/news-parametry-do-konfiguracji-programow-pocztowych,nId,2136275",
				Lang: "pl",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "interia.yaml",
	},
	{
		ID: "ionos-de",
		Name: provider.Text{
			{Lang: "en", Words: "IONOS / 1&1 (Germany)"},
		},
		Short: provider.Text{
			{Lang: "en", Words: "IONOS"},
		},
		Kind:    "hosting",
		Domains: []string{"online.de", "onlinehome.de", "sofortstart.de", "sofort-start.de", "sofortsurf.de", "sofort-surf.de", "go4more.de", "ionos.de", "1und1.de"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "kundenserver.de"},
			{Suffix: "schlund.de"},
			{Suffix: "ionos.de", Status: "unverified"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.ionos.de", Port: 993, Security: "tls"},
			{Protocol: "imap", Host: "imap.1und1.de", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.ionos.de", Port: 995, Security: "tls", Status: "unverified"},
			{Protocol: "pop3", Host: "pop.1und1.de", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.ionos.de", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.ionos.de", Port: 587, Security: "starttls", Status: "unverified"},
			{Protocol: "smtp", Host: "smtp.1und1.de", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.1und1.de", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Access: "on",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "As far as is known, nothing needs to be switched on; sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "据现有资料无需另行开启，用完整邮箱地址和邮箱密码登录即可"},
			},
		},
		Webmail: []string{"https://mail.ionos.de/"},
		Help: []provider.Link{
			{
				URL:  "https://www.ionos.de/hilfe/e-mail/allgemeine-themen/serverinformationen-fuer-imap-pop3-und-smtp/",
				Lang: "de",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "ionos-de.yaml",
	},
	{
		ID: "ionos",
		Name: provider.Text{
			{Lang: "en", Words: "IONOS (international)"},
		},
		Short: provider.Text{
			{Lang: "en", Words: "IONOS"},
		},
		Kind:    "hosting",
		Domains: []string{"ionos.com", "1and1.com"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "ionos.com"},
			{Suffix: "1and1.com"},
			{Suffix: "ionos.co.uk", Status: "unverified"},
			{Suffix: "ionos.fr", Status: "unverified"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.ionos.com", Port: 993, Security: "tls"},
			{Protocol: "imap", Host: "imap.ionos.co.uk", Port: 993, Security: "tls", Region: "uk"},
			{Protocol: "imap", Host: "imap.ionos.fr", Port: 993, Security: "tls", Region: "fr"},
			{Protocol: "pop3", Host: "pop.ionos.com", Port: 995, Security: "tls", Status: "unverified"},
			{Protocol: "smtp", Host: "smtp.ionos.com", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.ionos.co.uk", Port: 465, Security: "tls", Region: "uk"},
			{Protocol: "smtp", Host: "smtp.ionos.fr", Port: 465, Security: "tls", Region: "fr"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Access: "on",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "As far as is known, nothing needs to be switched on; sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "据现有资料无需另行开启，用完整邮箱地址和邮箱密码登录即可"},
			},
		},
		Webmail: []string{"https://mail.ionos.com/"},
		Help: []provider.Link{
			{
				URL:  "https://www.ionos.com/help/email/general-topics/settings-for-your-email-programs-imap-pop3/",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
			{
				URL:  "https://www.ionos.fr/assistance/email/sujets-generaux/parametres-pour-les-programmes-de-messagerie/",
				Lang: "fr",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Confidence: "medium",
		Origin:     "ionos.yaml",
	},
	{
		ID: "kakao",
		Name: provider.Text{
			{Lang: "en", Words: "Kakao Mail"},
			{Lang: "ko", Words: "카카오메일"},
		},
		Kind:    "free",
		Domains: []string{"kakao.com"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.kakao.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.kakao.com", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.kakao.com", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "app password"},
				{Lang: "zh", Words: "应用专用密码"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to the web mail and switch IMAP/POP3 on in the settings (https://mail.kakao.com/)"},
				{Lang: "zh", Words: "登录网页邮箱，在设置中开启 IMAP/POP3（https://mail.kakao.com/）"},
			},
			{
				{Lang: "en", Words: "Create an app password and use it in the mail program instead of the login password"},
				{Lang: "zh", Words: "生成应用专用密码，在邮件客户端中代替登录密码"},
			},
		},
		Webmail:    []string{"https://mail.kakao.com/"},
		Confidence: "medium",
		Origin:     "kakao.yaml",
	},
	{
		ID: "kpn",
		Name: provider.Text{
			{Lang: "en", Words: "KPN"},
		},
		Kind:    "isp",
		Domains: []string{"kpnmail.nl", "kpnplanet.nl", "planet.nl", "wxs.nl", "hetnet.nl", "freeler.nl", "snelnet.net", "on.nl", "onsbrabantnet.nl", "onsmail.nl", "onsnet.nu", "onsneteindhoven.nl", "onsnetnuenen.nl", "xs4all.nl", "telfort.nl", "tip.nl", "tiscali.nl", "tiscalimail.nl", "zonnet.nl"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.kpnmail.nl", Port: 993, Security: "tls"},
			{Protocol: "imap", Host: "imap.kpnmail.nl", Port: 143, Security: "starttls"},
			{Protocol: "pop3", Host: "pop.kpnmail.nl", Port: 995, Security: "tls"},
			{Protocol: "pop3", Host: "pop.kpnmail.nl", Port: 110, Security: "starttls"},
			{Protocol: "smtp", Host: "smtp.kpnmail.nl", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.kpnmail.nl", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://webmail.kpnmail.nl/"},
		Help: []provider.Link{
			{
				URL:  "https://www.kpn.com/service/internet/e-mail/instellen-laptop-pc.htm",
				Lang: "nl",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "kpn.yaml",
	},
	{
		ID: "laposte",
		Name: provider.Text{
			{Lang: "en", Words: "La Poste"},
		},
		Kind:    "free",
		Domains: []string{"laposte.net"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.laposte.net", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.laposte.net", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.laposte.net", Port: 465, Security: "tls"},
		},
		Username: "{localpart}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the part of the address before the @ and the mailbox password"},
				{Lang: "zh", Words: "用邮箱地址 @ 前的部分和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://www.laposte.net/accueil"},
		Help: []provider.Link{
			{
				URL:  "https://aide.laposte.net/",
				Lang: "fr",
				Topic: provider.Text{
					{Lang: "en", Words: "help centre"},
					{Lang: "zh", Words: "帮助中心"},
				},
			},
		},
		Confidence: "high",
		Origin:     "laposte.yaml",
	},
	{
		ID: "lark",
		Name: provider.Text{
			{Lang: "en", Words: "Lark Mail"},
			{Lang: "zh", Words: "Lark 邮箱（飞书国际版）"},
		},
		Operator: provider.Text{
			{Lang: "en", Words: "ByteDance (Lark)"},
			{Lang: "zh", Words: "Lark"},
		},
		Kind:    "enterprise",
		Domains: []string{"larksuite.com"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "larksuite.com"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.larksuite.com", Port: 993, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.larksuite.com", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.larksuite.com", Port: 587, Security: "starttls", Status: "unverified"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "third-party client password"},
				{Lang: "zh", Words: "第三方客户端专用密码"},
			},
		},
		Access: "admin",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Administrator: allow third-party mail programs"},
				{Lang: "zh", Words: "管理员：允许使用第三方客户端"},
			},
			{
				{Lang: "en", Words: "Member: create a client password in the settings of Lark Mail"},
				{Lang: "zh", Words: "成员：在 Lark 邮箱设置里生成专用密码"},
			},
		},
		Webmail: []string{"https://www.larksuite.com/mail"},
		Help: []provider.Link{
			{
				URL:  "https://www.larksuite.com/hc/en-US/articles/378111206512-log-in-to-lark-mail-through-a-third-party-email-client",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "signing in with a third-party mail program"},
					{Lang: "zh", Words: "用第三方客户端登录"},
				},
			},
		},
		Confidence: "medium",
		Origin:     "lark.yaml",
	},
	{
		ID: "libero",
		Name: provider.Text{
			{Lang: "en", Words: "Libero"},
		},
		Kind:    "free",
		Domains: []string{"libero.it", "iol.it", "blu.it", "inwind.it", "giallo.it"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imapmail.libero.it", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "popmail.libero.it", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.libero.it", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://mail.libero.it/"},
		Help: []provider.Link{
			{
				URL:  "https://aiuto.libero.it/articolo/mail/parametri-di-configurazione-per-il-client-di-posta/",
				Lang: "it",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "libero.yaml",
	},
	{
		ID: "mail-com",
		Name: provider.Text{
			{Lang: "en", Words: "mail.com"},
		},
		Kind:    "free",
		Domains: []string{"mail.com", "email.com", "post.com", "usa.com", "consultant.com", "europe.com", "asia.com", "iname.com", "writeme.com", "dr.com", "myself.com", "cheerful.com", "accountant.com", "techie.com", "engineer.com", "linuxmail.org", "musician.org", "contractor.net", "workmail.com", "financier.com", "london.com", "lawyer.com", "doctor.com", "null.net", "berlin.com", "munich.com", "chinamail.com", "homemail.com", "mail-me.com"},
		MX: []provider.MXSuffix{
			{Suffix: "mx00.mail.com"},
			{Suffix: "mx01.mail.com", Status: "unverified"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.mail.com", Port: 993, Security: "tls"},
			{Protocol: "imap", Host: "imap.mail.com", Port: 143, Security: "starttls"},
			{Protocol: "pop3", Host: "pop.mail.com", Port: 995, Security: "tls"},
			{Protocol: "pop3", Host: "pop.mail.com", Port: 110, Security: "starttls"},
			{Protocol: "smtp", Host: "smtp.mail.com", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.mail.com", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password, or app password with two-step verification"},
				{Lang: "zh", Words: "邮箱密码（开启两步验证后用应用专用密码）"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to the web mail and switch POP3 and IMAP on in the settings (see https://support.mail.com/premium/imap/server.html)"},
				{Lang: "zh", Words: "登录网页邮箱，在设置中开启 POP3/IMAP（参见 https://support.mail.com/premium/imap/server.html）"},
			},
			{
				{Lang: "en", Words: "If two-step verification is on, also create an app password and use it instead of the mailbox password"},
				{Lang: "zh", Words: "若已开启两步验证，再生成应用专用密码，代替邮箱密码"},
			},
		},
		Webmail: []string{"https://www.mail.com/"},
		Help: []provider.Link{
			{
				URL:  "https://support.mail.com/premium/imap/server.html",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Quirks:     []string{"POP3 and IMAP are a Premium feature.", "ISPDB lists 191 domains, the Delta Chat database 168; only the best known are here. Import ISPDB for the others."},
		Confidence: "high",
		Origin:     "mail-com.yaml",
	},
	{
		ID: "mail-de",
		Name: provider.Text{
			{Lang: "en", Words: "mail.de"},
		},
		Kind:    "free",
		Domains: []string{"mail.de"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.mail.de", Port: 993, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.mail.de", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://mail.de/"},
		Help: []provider.Link{
			{
				URL:  "https://mail.de/hilfe/pop3-imap-einstellungen",
				Lang: "de",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "mail-de.yaml",
	},
	{
		ID: "mail-ru",
		Name: provider.Text{
			{Lang: "en", Words: "Mail.ru"},
			{Lang: "zh", Words: "Mail.ru 邮箱"},
		},
		Kind:             "free",
		Domains:          []string{"mail.ru", "inbox.ru", "list.ru", "bk.ru", "internet.ru", "corp.mail.ru", "vk.com"},
		UncheckedDomains: []string{"mail.ua"},
		Hosted:           true,
		MX: []provider.MXSuffix{
			{Suffix: "mxs.mail.ru"},
			{Suffix: "emx.mail.ru", Status: "unverified"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.mail.ru", Port: 993, Security: "tls"},
			{Protocol: "imap", Host: "imap.mail.ru", Port: 143, Security: "starttls"},
			{Protocol: "pop3", Host: "pop.mail.ru", Port: 995, Security: "tls"},
			{Protocol: "pop3", Host: "pop.mail.ru", Port: 110, Security: "starttls"},
			{Protocol: "smtp", Host: "smtp.mail.ru", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.mail.ru", Port: 587, Security: "starttls"},
		},
		Services: []provider.Service{
			{Type: "caldav", URL: "https://calendar.mail.ru"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"oauth2", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "app password"},
				{Lang: "zh", Words: "应用专用密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Turn on two-step verification in the security settings of the account"},
				{Lang: "zh", Words: "在账户的安全设置中开启两步验证"},
			},
			{
				{Lang: "en", Words: "Create an app password (https://account.mail.ru/user/2-step-auth/passwords/) and use it in the mail program instead of the login password"},
				{Lang: "zh", Words: "生成应用专用密码（https://account.mail.ru/user/2-step-auth/passwords/），在邮件客户端中代替登录密码"},
			},
		},
		OAuth2: provider.OAuth2{
			Issuer:   "o2.mail.ru",
			AuthURL:  "https://o2.mail.ru/login",
			TokenURL: "https://o2.mail.ru/token",
			Scopes:   []string{"mail.imap"},
			Note:     "FairEmail uses https://oauth.mail.ru/login and /token with the scopes userinfo and mail.imap.",
		},
		Webmail: []string{"https://e.mail.ru/"},
		Help: []provider.Link{
			{
				URL:  "https://help.mail.ru/mail/mailer/popsmtp",
				Lang: "ru",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "mail-ru.yaml",
	},
	{
		ID: "mailbox-org",
		Name: provider.Text{
			{Lang: "en", Words: "mailbox.org"},
		},
		Kind:    "paid",
		Domains: []string{"mailbox.org"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "mailbox.org", Status: "unverified"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.mailbox.org", Port: 993, Security: "tls"},
			{Protocol: "imap", Host: "imap.mailbox.org", Port: 143, Security: "starttls", Status: "unverified"},
			{Protocol: "pop3", Host: "pop3.mailbox.org", Port: 995, Security: "tls", Status: "unverified"},
			{Protocol: "smtp", Host: "smtp.mailbox.org", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.mailbox.org", Port: 587, Security: "starttls"},
		},
		Services: []provider.Service{
			{Type: "caldav", URL: "https://dav.mailbox.org/caldav"},
			{Type: "carddav", URL: "https://dav.mailbox.org/carddav"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password, or app password with two-step verification"},
				{Lang: "zh", Words: "邮箱密码（开启两步验证后用应用专用密码）"},
			},
		},
		Access: "on",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "As far as is known, nothing needs to be switched on; sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "据现有资料无需另行开启，用完整邮箱地址和邮箱密码登录即可"},
			},
		},
		Webmail: []string{"https://mailbox.org/"},
		Help: []provider.Link{
			{
				URL:  "https://kb.mailbox.org/en/private/security-and-privacy/application-passwords-for-external-programs/",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "app passwords"},
					{Lang: "zh", Words: "应用专用密码"},
				},
			},
		},
		Confidence: "high",
		Origin:     "mailbox-org.yaml",
	},
	{
		ID: "mailfence",
		Name: provider.Text{
			{Lang: "en", Words: "Mailfence"},
		},
		Kind:    "paid",
		Domains: []string{"mailfence.com"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.mailfence.com", Port: 993, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.mailfence.com", Port: 465, Security: "tls"},
		},
		Username: "{localpart}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "app password"},
				{Lang: "zh", Words: "应用专用密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Turn on two-step verification in the security settings of the account"},
				{Lang: "zh", Words: "在账户的安全设置中开启两步验证"},
			},
			{
				{Lang: "en", Words: "Create an app password and use it in the mail program instead of the login password"},
				{Lang: "zh", Words: "生成应用专用密码，在邮件客户端中代替登录密码"},
			},
		},
		Webmail: []string{"https://mailfence.com/"},
		Help: []provider.Link{
			{
				URL:  "https://mailfence.com/en/faq.jsp",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "help centre"},
					{Lang: "zh", Words: "帮助中心"},
				},
			},
		},
		Confidence: "medium",
		Origin:     "mailfence.yaml",
	},
	{
		ID: "microsoft365",
		Name: provider.Text{
			{Lang: "en", Words: "Microsoft 365"},
			{Lang: "zh", Words: "Microsoft 365 企业邮箱"},
		},
		Kind:    "enterprise",
		Domains: []string{"office365.com", "onmicrosoft.com", "*.onmicrosoft.com"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "mail.protection.outlook.com"},
			{Suffix: "mx.microsoft", Status: "unverified"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "outlook.office365.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "outlook.office365.com", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.office365.com", Port: 587, Security: "starttls"},
		},
		Services: []provider.Service{
			{Type: "activesync", URL: "https://outlook.office365.com/Microsoft-Server-ActiveSync", Status: "unverified"},
			{Type: "ews", URL: "https://outlook.office365.com/ews/exchange.asmx"},
			{Type: "graph", URL: "https://graph.microsoft.com/"},
			{Type: "owa", URL: "https://outlook.office365.com/owa/"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"oauth2"},
			Name: provider.Text{
				{Lang: "en", Words: "sign in with Microsoft (OAuth2)"},
				{Lang: "zh", Words: "使用 Microsoft 登录（OAuth2）"},
			},
		},
		Access: "admin",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Administrator: enable IMAP or POP and authenticated SMTP (SMTP AUTH) for the mailbox"},
				{Lang: "zh", Words: "管理员：为邮箱启用 IMAP/POP 与 SMTP AUTH"},
			},
			{
				{Lang: "en", Words: "Sign in with Microsoft (OAuth2)"},
				{Lang: "zh", Words: "使用 Microsoft 登录（OAuth2）"},
			},
		},
		OAuth2: provider.OAuth2{
			Issuer:    "login.microsoftonline.com",
			AuthURL:   "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
			TokenURL:  "https://login.microsoftonline.com/common/oauth2/v2.0/token",
			Scopes:    []string{"https://outlook.office.com/IMAP.AccessAsUser.All", "https://outlook.office.com/POP.AccessAsUser.All", "https://outlook.office.com/SMTP.Send", "offline_access"},
			EWSScopes: []string{"https://outlook.office.com/EWS.AccessAsUser.All"},
			Note:      "The scopes stand below outlook.office.com in Thunderbird and FairEmail, below outlook.office365.com in ISPDB.",
		},
		Webmail: []string{"https://outlook.office.com/mail/"},
		Help: []provider.Link{
			{
				URL:  "https://learn.microsoft.com/en-us/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "OAuth2 for IMAP, POP and SMTP"},
					{Lang: "zh", Words: "IMAP、POP 与 SMTP 的 OAuth2 认证"},
				},
			},
		},
		Quirks:     []string{"The China edition (21Vianet) has hosts of its own, believed to be partner.outlook.cn and smtp.partner.outlook.cn."},
		Confidence: "high",
		Origin:     "microsoft365.yaml",
	},
	{
		ID: "migadu",
		Name: provider.Text{
			{Lang: "en", Words: "Migadu"},
		},
		Kind:    "hosting",
		Domains: []string{"migadu.com"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "migadu.com"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.migadu.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.migadu.com", Port: 995, Security: "tls", Status: "unverified"},
			{Protocol: "smtp", Host: "smtp.migadu.com", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.migadu.com", Port: 587, Security: "starttls"},
		},
		Services: []provider.Service{
			{Type: "caldav", URL: "https://cdav.migadu.com/", Status: "unverified"},
			{Type: "carddav", URL: "https://cdav.migadu.com/", Status: "unverified"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Access: "on",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "As far as is known, nothing needs to be switched on; sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "据现有资料无需另行开启，用完整邮箱地址和邮箱密码登录即可"},
			},
		},
		Webmail: []string{"https://webmail.migadu.com/"},
		Help: []provider.Link{
			{
				URL:  "https://www.migadu.com/guides/index.html",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "help centre"},
					{Lang: "zh", Words: "帮助中心"},
				},
			},
		},
		Confidence: "high",
		Origin:     "migadu.yaml",
	},
	{
		ID: "mxroute",
		Name: provider.Text{
			{Lang: "en", Words: "MXroute"},
		},
		Kind:    "hosting",
		Domains: []string{"mxlogin.com"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "mxrouting.net", Status: "unverified"},
			{Suffix: "mxlogin.com", Status: "unverified"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "mail.mxlogin.com", Port: 993, Security: "tls"},
			{Protocol: "smtp", Host: "mail.mxlogin.com", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Access: "on",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "As far as is known, nothing needs to be switched on; sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "据现有资料无需另行开启，用完整邮箱地址和邮箱密码登录即可"},
			},
		},
		Help: []provider.Link{
			{
				URL:  "https://mxroute.com/support/",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "help centre"},
					{Lang: "zh", Words: "帮助中心"},
				},
			},
		},
		Confidence: "medium",
		Origin:     "mxroute.yaml",
	},
	{
		ID: "naver",
		Name: provider.Text{
			{Lang: "en", Words: "Naver Mail"},
			{Lang: "ko", Words: "네이버 메일"},
			{Lang: "zh", Words: "Naver 邮箱"},
		},
		Kind:    "free",
		Domains: []string{"naver.com"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.naver.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.naver.com", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.naver.com", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.naver.com", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password, or app password with two-step verification"},
				{Lang: "zh", Words: "邮箱密码（开启两步验证后用应用专用密码）"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in at https://mail.naver.com/ and switch POP3 or IMAP on under 환경설정 > POP3/IMAP (Settings)"},
				{Lang: "zh", Words: "登录 https://mail.naver.com/，在「환경설정 > POP3/IMAP」（设置）中开启 POP3 或 IMAP"},
			},
			{
				{Lang: "en", Words: "If two-step verification is on, also create an app password and use it instead of the mailbox password"},
				{Lang: "zh", Words: "若已开启两步验证，再生成应用专用密码，代替邮箱密码"},
			},
		},
		Webmail: []string{"https://mail.naver.com/"},
		Help: []provider.Link{
			{
				URL:  "https://help.naver.com/service/30029/contents/21342?osType=PC&lang=ko",
				Lang: "ko",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "naver.yaml",
	},
	{
		ID: "netease-126",
		Name: provider.Text{
			{Lang: "en", Words: "NetEase 126 Mail"},
			{Lang: "zh", Words: "网易126邮箱"},
		},
		Operator: provider.Text{
			{Lang: "en", Words: "NetEase"},
			{Lang: "zh", Words: "网易"},
		},
		Kind:    "free",
		Domains: []string{"126.com"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.126.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.126.com", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.126.com", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.126.com", Port: 994, Security: "tls", Status: "unverified"},
			{Protocol: "smtp", Host: "smtp.126.com", Port: 587, Security: "starttls", Status: "unverified"},
			{Protocol: "imap", Host: "imap.126.com", Port: 143, Security: "none"},
			{Protocol: "pop3", Host: "pop.126.com", Port: 110, Security: "none"},
			{Protocol: "smtp", Host: "smtp.126.com", Port: 25, Security: "none"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"authorization-code"},
			Name: provider.Text{
				{Lang: "en", Words: "client authorization code"},
				{Lang: "zh", Words: "客户端授权码"},
			},
			Length: 16,
			Where: provider.Text{
				{Lang: "en", Words: "web mail > Settings > POP3/SMTP/IMAP"},
				{Lang: "zh", Words: "网页邮箱「设置」→「POP3/SMTP/IMAP」"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to NetEase 126 Mail on the web (https://mail.126.com/) and open Settings > POP3/SMTP/IMAP"},
				{Lang: "zh", Words: "网页登录网易126邮箱（https://mail.126.com/），进入「设置」→「POP3/SMTP/IMAP」"},
			},
			{
				{Lang: "en", Words: "Switch on IMAP/SMTP, POP3/SMTP or both"},
				{Lang: "zh", Words: "开启「IMAP/SMTP服务」和（或）「POP3/SMTP服务」"},
			},
			{
				{Lang: "en", Words: "Confirm with the QR code or with a text message from the phone bound to the account"},
				{Lang: "zh", Words: "扫码或用绑定手机发短信验证"},
			},
			{
				{Lang: "en", Words: "Copy the 16-character authorization code, which is shown only once, and use it as the password in the mail program"},
				{Lang: "zh", Words: "复制 16 位客户端授权码（只显示一次），作为邮件客户端的密码"},
			},
		},
		Webmail: []string{"https://mail.126.com/"},
		Help: []provider.Link{
			{
				URL:  "https://help.mail.163.com/",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "help centre"},
					{Lang: "zh", Words: "帮助中心"},
				},
			},
			{
				URL:  "https://help.mail.163.com/faqDetail.do?code=d7a5dc8471cd0c0e8b4b8f4f8e49998b374173cfe9171305fa1ce630d7f67ac24aac98d1012d23f2",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "IMAP settings"},
					{Lang: "zh", Words: "IMAP 设置"},
				},
			},
			{
				URL:  "https://help.mail.163.com/faqDetail.do?code=d7a5dc8471cd0c0e8b4b8f4f8e49998b374173cfe9171305fa1ce630d7f67ac2a5feb28b66796d3b",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "authorization code"},
					{Lang: "zh", Words: "授权码"},
				},
			},
			{
				URL:  "https://help.mail.126.com/",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "help centre"},
					{Lang: "zh", Words: "帮助中心"},
				},
			},
		},
		Quirks:     []string{"The IMAP servers want an ID command (RFC 2971) after login; without it SELECT fails with \"Unsafe Login\".", "A free account may hold only a few codes at a time: two, according to the Delta Chat provider database (2024-11).", "The MX hosts are 126mx0N.mxmail.netease.com; mxmail.netease.com itself is shared with hosted domains and identifies nobody."},
		Confidence: "high",
		Origin:     "netease-126.yaml",
	},
	{
		ID: "netease-163",
		Name: provider.Text{
			{Lang: "en", Words: "NetEase 163 Mail"},
			{Lang: "zh", Words: "网易163邮箱"},
		},
		Operator: provider.Text{
			{Lang: "en", Words: "NetEase"},
			{Lang: "zh", Words: "网易"},
		},
		Kind:    "free",
		Domains: []string{"163.com"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.163.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.163.com", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.163.com", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.163.com", Port: 994, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.163.com", Port: 587, Security: "starttls", Status: "unverified"},
			{Protocol: "imap", Host: "imap.163.com", Port: 143, Security: "none"},
			{Protocol: "pop3", Host: "pop.163.com", Port: 110, Security: "none"},
			{Protocol: "smtp", Host: "smtp.163.com", Port: 25, Security: "none"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"authorization-code"},
			Name: provider.Text{
				{Lang: "en", Words: "client authorization code"},
				{Lang: "zh", Words: "客户端授权码"},
			},
			Length: 16,
			Where: provider.Text{
				{Lang: "en", Words: "web mail > Settings > POP3/SMTP/IMAP"},
				{Lang: "zh", Words: "网页邮箱「设置」→「POP3/SMTP/IMAP」"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to NetEase 163 Mail on the web (https://mail.163.com/) and open Settings > POP3/SMTP/IMAP"},
				{Lang: "zh", Words: "网页登录网易163邮箱（https://mail.163.com/），进入「设置」→「POP3/SMTP/IMAP」"},
			},
			{
				{Lang: "en", Words: "Switch on IMAP/SMTP, POP3/SMTP or both"},
				{Lang: "zh", Words: "开启「IMAP/SMTP服务」和（或）「POP3/SMTP服务」"},
			},
			{
				{Lang: "en", Words: "Confirm with the QR code or with a text message from the phone bound to the account"},
				{Lang: "zh", Words: "扫码或用绑定手机发短信验证"},
			},
			{
				{Lang: "en", Words: "Copy the 16-character authorization code, which is shown only once, and use it as the password in the mail program"},
				{Lang: "zh", Words: "复制 16 位客户端授权码（只显示一次），作为邮件客户端的密码"},
			},
		},
		Webmail: []string{"https://mail.163.com/"},
		Help: []provider.Link{
			{
				URL:  "https://help.mail.163.com/",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "help centre"},
					{Lang: "zh", Words: "帮助中心"},
				},
			},
			{
				URL:  "https://help.mail.163.com/faqDetail.do?code=d7a5dc8471cd0c0e8b4b8f4f8e49998b374173cfe9171305fa1ce630d7f67ac24aac98d1012d23f2",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "IMAP settings"},
					{Lang: "zh", Words: "IMAP 设置"},
				},
			},
			{
				URL:  "https://help.mail.163.com/faqDetail.do?code=d7a5dc8471cd0c0e8b4b8f4f8e49998b374173cfe9171305fa1ce630d7f67ac2a5feb28b66796d3b",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "authorization code"},
					{Lang: "zh", Words: "授权码"},
				},
			},
		},
		Quirks:     []string{"The IMAP servers want an ID command (RFC 2971) after login; without it SELECT fails with \"Unsafe Login\".", "A free account may hold only a few codes at a time: two, according to the Delta Chat provider database (2024-11).", "The MX hosts are 163mx0N.mxmail.netease.com; mxmail.netease.com itself is shared with hosted domains and identifies nobody."},
		Confidence: "high",
		Origin:     "netease-163.yaml",
	},
	{
		ID: "netease-qiye",
		Name: provider.Text{
			{Lang: "en", Words: "NetEase Enterprise Mail"},
			{Lang: "zh", Words: "网易企业邮箱"},
		},
		Short: provider.Text{
			{Lang: "en", Words: "NetEase Qiye"},
			{Lang: "zh", Words: "网易企业邮"},
		},
		Operator: provider.Text{
			{Lang: "en", Words: "NetEase"},
			{Lang: "zh", Words: "网易"},
		},
		Kind:    "enterprise",
		Domains: []string{"qiye.163.com"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "qiye163mx01.mxmail.netease.com"},
			{Suffix: "qiye163mx02.mxmail.netease.com"},
			{Suffix: "qiye.163.com"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.qiye.163.com", Port: 993, Security: "tls"},
			{Protocol: "imap", Host: "imaphz.qiye.163.com", Port: 993, Security: "tls", Region: "hangzhou"},
			{Protocol: "imap", Host: "hwhzimap.qiye.163.com", Port: 993, Security: "tls", Region: "overseas"},
			{Protocol: "pop3", Host: "pop.qiye.163.com", Port: 995, Security: "tls"},
			{Protocol: "pop3", Host: "pophz.qiye.163.com", Port: 995, Security: "tls", Region: "hangzhou", Status: "unverified"},
			{Protocol: "smtp", Host: "smtp.qiye.163.com", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.qiye.163.com", Port: 994, Security: "tls"},
			{Protocol: "smtp", Host: "smtphz.qiye.163.com", Port: 465, Security: "tls", Region: "hangzhou"},
			{Protocol: "smtp", Host: "hwhzsmtp.qiye.163.com", Port: 465, Security: "tls", Region: "overseas"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"authorization-code"},
			Name: provider.Text{
				{Lang: "en", Words: "client authorization password"},
				{Lang: "zh", Words: "客户端授权密码"},
			},
			Length: 16,
			Where: provider.Text{
				{Lang: "en", Words: "web mail > Settings > Client settings; a bound phone is required"},
				{Lang: "zh", Words: "网页邮箱「邮箱设置」→「客户端设置」，须先绑定手机"},
			},
		},
		Access: "admin",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Administrator: make sure that sign-in is not limited by IP address (Security and audit > Secure login > Login limits) and that client protocols are allowed"},
				{Lang: "zh", Words: "管理员：确认未限制登录 IP（「安全与审计」→「安全登录」→「登录限制」），并允许客户端协议"},
			},
			{
				{Lang: "en", Words: "Member: bind a phone and open Mailbox settings > Client settings"},
				{Lang: "zh", Words: "成员：绑定手机，进入「邮箱设置」→「客户端设置」"},
			},
			{
				{Lang: "en", Words: "Tick the client authorization password, create the 16-character password and press OK; it does not count until saved"},
				{Lang: "zh", Words: "勾选「设置客户端授权密码」，生成 16 位授权密码并点「确定」保存后才生效"},
			},
		},
		Webmail: []string{"https://qiye.163.com/"},
		Help: []provider.Link{
			{
				URL:  "https://qiye.163.com/help/client-profile.html",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "mail program settings"},
					{Lang: "zh", Words: "客户端设置"},
				},
			},
			{
				URL:  "https://office.163.com/helpCenter/mail/d/1967865131602903042.html",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "mail program settings"},
					{Lang: "zh", Words: "客户端设置"},
				},
			},
		},
		Quirks:     []string{"The IMAP servers want an ID command (RFC 2971) after login; without it SELECT fails with \"Unsafe Login\".", "An authorization password can carry an expiry date (laifaxin guide).", "The error ERR.LOGIN.IPDENY means that an administrator has limited the IP addresses."},
		Confidence: "high",
		Origin:     "netease-qiye.yaml",
	},
	{
		ID: "netease-vip",
		Name: provider.Text{
			{Lang: "en", Words: "NetEase VIP Mail"},
			{Lang: "zh", Words: "网易VIP邮箱"},
		},
		Operator: provider.Text{
			{Lang: "en", Words: "NetEase"},
			{Lang: "zh", Words: "网易"},
		},
		Kind:    "paid",
		Domains: []string{"vip.163.com", "vip.126.com", "188.com", "vip.188.com"},
		Servers: []provider.Server{
			{
				Protocol: "imap",
				Host:     "imap.vip.163.com",
				Port:     993,
				Security: "tls",
				Domains:  []string{"vip.163.com"},
			},
			{
				Protocol: "imap",
				Host:     "imap.vip.126.com",
				Port:     993,
				Security: "tls",
				Domains:  []string{"vip.126.com"},
			},
			{
				Protocol: "imap",
				Host:     "imap.188.com",
				Port:     993,
				Security: "tls",
				Domains:  []string{"188.com"},
			},
			{
				Protocol: "imap",
				Host:     "imap.vip.188.com",
				Port:     993,
				Security: "tls",
				Domains:  []string{"vip.188.com"},
			},
			{
				Protocol: "pop3",
				Host:     "pop.vip.163.com",
				Port:     995,
				Security: "tls",
				Domains:  []string{"vip.163.com"},
				Status:   "unverified",
			},
			{
				Protocol: "pop3",
				Host:     "pop.vip.126.com",
				Port:     995,
				Security: "tls",
				Domains:  []string{"vip.126.com"},
			},
			{
				Protocol: "pop3",
				Host:     "pop.188.com",
				Port:     995,
				Security: "tls",
				Domains:  []string{"188.com"},
				Status:   "unverified",
			},
			{
				Protocol: "pop3",
				Host:     "pop.vip.188.com",
				Port:     995,
				Security: "tls",
				Domains:  []string{"vip.188.com"},
				Status:   "unverified",
			},
			{
				Protocol: "smtp",
				Host:     "smtp.vip.163.com",
				Port:     465,
				Security: "tls",
				Domains:  []string{"vip.163.com"},
			},
			{
				Protocol: "smtp",
				Host:     "smtp.vip.126.com",
				Port:     465,
				Security: "tls",
				Domains:  []string{"vip.126.com"},
			},
			{
				Protocol: "smtp",
				Host:     "smtp.188.com",
				Port:     465,
				Security: "tls",
				Domains:  []string{"188.com"},
			},
			{
				Protocol: "smtp",
				Host:     "smtp.vip.188.com",
				Port:     465,
				Security: "tls",
				Domains:  []string{"vip.188.com"},
			},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"authorization-code"},
			Name: provider.Text{
				{Lang: "en", Words: "client authorization code"},
				{Lang: "zh", Words: "客户端授权码"},
			},
			Length: 16,
			Where: provider.Text{
				{Lang: "en", Words: "VIP web mail > Settings > POP3/SMTP/IMAP"},
				{Lang: "zh", Words: "VIP 网页邮箱「设置」→「POP3/SMTP/IMAP」"},
			},
			WebPassword: "unknown",
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to NetEase VIP Mail on the web (vip.163.com) and open Settings > POP3/SMTP/IMAP"},
				{Lang: "zh", Words: "网页登录网易VIP邮箱（vip.163.com），进入「设置」→「POP3/SMTP/IMAP」"},
			},
			{
				{Lang: "en", Words: "Switch on IMAP/SMTP, POP3/SMTP or both"},
				{Lang: "zh", Words: "开启「IMAP/SMTP服务」和（或）「POP3/SMTP服务」"},
			},
			{
				{Lang: "en", Words: "Confirm with the QR code or with a text message from the phone bound to the account"},
				{Lang: "zh", Words: "扫码或用绑定手机发短信验证"},
			},
			{
				{Lang: "en", Words: "Copy the 16-character authorization code, which is shown only once, and use it as the password in the mail program"},
				{Lang: "zh", Words: "复制 16 位客户端授权码（只显示一次），作为邮件客户端的密码"},
			},
		},
		Webmail: []string{"https://vip.163.com/", "https://vip.126.com/", "https://www.188.com/"},
		Help: []provider.Link{
			{
				URL:  "https://help.163.com/special/sp/vip163_client.html",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "mail program set-up"},
					{Lang: "zh", Words: "客户端设置"},
				},
			},
		},
		Quirks:     []string{"The IMAP servers want an ID command (RFC 2971) after login; without it SELECT fails with \"Unsafe Login\".", "MX hosts are named vip163mx0N.mxmail.netease.com."},
		Confidence: "high",
		Origin:     "netease-vip.yaml",
	},
	{
		ID: "netease-yeah",
		Name: provider.Text{
			{Lang: "en", Words: "NetEase Yeah Mail"},
			{Lang: "zh", Words: "网易yeah邮箱"},
		},
		Operator: provider.Text{
			{Lang: "en", Words: "NetEase"},
			{Lang: "zh", Words: "网易"},
		},
		Kind:    "free",
		Domains: []string{"yeah.net"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.yeah.net", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.yeah.net", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.yeah.net", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.yeah.net", Port: 994, Security: "tls", Status: "unverified"},
			{Protocol: "smtp", Host: "smtp.yeah.net", Port: 587, Security: "starttls", Status: "unverified"},
			{Protocol: "imap", Host: "imap.yeah.net", Port: 143, Security: "none"},
			{Protocol: "pop3", Host: "pop.yeah.net", Port: 110, Security: "none"},
			{Protocol: "smtp", Host: "smtp.yeah.net", Port: 25, Security: "none"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"authorization-code"},
			Name: provider.Text{
				{Lang: "en", Words: "client authorization code"},
				{Lang: "zh", Words: "客户端授权码"},
			},
			Length: 16,
			Where: provider.Text{
				{Lang: "en", Words: "web mail > Settings > POP3/SMTP/IMAP"},
				{Lang: "zh", Words: "网页邮箱「设置」→「POP3/SMTP/IMAP」"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to NetEase Yeah Mail on the web (https://www.yeah.net/) and open Settings > POP3/SMTP/IMAP"},
				{Lang: "zh", Words: "网页登录网易yeah邮箱（https://www.yeah.net/），进入「设置」→「POP3/SMTP/IMAP」"},
			},
			{
				{Lang: "en", Words: "Switch on IMAP/SMTP, POP3/SMTP or both"},
				{Lang: "zh", Words: "开启「IMAP/SMTP服务」和（或）「POP3/SMTP服务」"},
			},
			{
				{Lang: "en", Words: "Confirm with the QR code or with a text message from the phone bound to the account"},
				{Lang: "zh", Words: "扫码或用绑定手机发短信验证"},
			},
			{
				{Lang: "en", Words: "Copy the 16-character authorization code, which is shown only once, and use it as the password in the mail program"},
				{Lang: "zh", Words: "复制 16 位客户端授权码（只显示一次），作为邮件客户端的密码"},
			},
		},
		Webmail: []string{"https://www.yeah.net/"},
		Help: []provider.Link{
			{
				URL:  "https://help.mail.163.com/",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "help centre"},
					{Lang: "zh", Words: "帮助中心"},
				},
			},
			{
				URL:  "https://help.mail.163.com/faqDetail.do?code=d7a5dc8471cd0c0e8b4b8f4f8e49998b374173cfe9171305fa1ce630d7f67ac24aac98d1012d23f2",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "IMAP settings"},
					{Lang: "zh", Words: "IMAP 设置"},
				},
			},
			{
				URL:  "https://help.mail.163.com/faqDetail.do?code=d7a5dc8471cd0c0e8b4b8f4f8e49998b374173cfe9171305fa1ce630d7f67ac2a5feb28b66796d3b",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "authorization code"},
					{Lang: "zh", Words: "授权码"},
				},
			},
		},
		Quirks:     []string{"The IMAP servers want an ID command (RFC 2971) after login; without it SELECT fails with \"Unsafe Login\".", "A free account may hold only a few codes at a time: two, according to the Delta Chat provider database (2024-11).", "The MX hosts are yeahmx0N.mxmail.netease.com; mxmail.netease.com itself is shared with hosted domains and identifies nobody."},
		Confidence: "high",
		Origin:     "netease-yeah.yaml",
	},
	{
		ID: "netease-ym",
		Name: provider.Text{
			{Lang: "en", Words: "NetEase Free Enterprise Mail"},
			{Lang: "zh", Words: "网易免费企业邮箱"},
		},
		Short: provider.Text{
			{Lang: "en", Words: "NetEase YM"},
			{Lang: "zh", Words: "网易免费企业邮"},
		},
		Operator: provider.Text{
			{Lang: "en", Words: "NetEase"},
			{Lang: "zh", Words: "网易"},
		},
		Kind:      "enterprise",
		Lifecycle: "legacy",
		Domains:   []string{"ym.163.com"},
		Hosted:    true,
		MX: []provider.MXSuffix{
			{Suffix: "mx.ym.163.com", Status: "unverified"},
			{Suffix: "ym.163.com"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.ym.163.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.ym.163.com", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.ym.163.com", Port: 994, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.ym.163.com", Port: 465, Security: "tls", Status: "unverified"},
			{Protocol: "smtp", Host: "smtp.ym.163.com", Port: 25, Security: "none"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password", "authorization-code"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password or client authorization code"},
				{Lang: "zh", Words: "邮箱密码或客户端授权码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in on the web and check in Settings that IMAP, POP3 and SMTP are on"},
				{Lang: "zh", Words: "登录网页邮箱，在设置里确认 IMAP/POP3/SMTP 已开启"},
			},
		},
		Webmail:    []string{"https://ym.163.com/"},
		Confidence: "medium",
		Origin:     "netease-ym.yaml",
	},
	{
		ID: "nifty",
		Name: provider.Text{
			{Lang: "en", Words: "@nifty"},
		},
		Kind:    "isp",
		Domains: []string{"nifty.com"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.nifty.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.nifty.com", Port: 995, Security: "tls", Status: "unverified"},
			{Protocol: "smtp", Host: "smtp.nifty.com", Port: 465, Security: "tls"},
		},
		Username: "{localpart}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the part of the address before the @ and the mailbox password"},
				{Lang: "zh", Words: "用邮箱地址 @ 前的部分和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail:    []string{"https://mail.nifty.com/"},
		Confidence: "medium",
		Origin:     "nifty.yaml",
	},
	{
		ID: "ntlworld",
		Name: provider.Text{
			{Lang: "en", Words: "NTL World (Virgin Media)"},
		},
		Short: provider.Text{
			{Lang: "en", Words: "NTL World"},
		},
		Kind:    "isp",
		Domains: []string{"ntlworld.com"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.ntlworld.com", Port: 993, Security: "tls"},
			{Protocol: "imap", Host: "imap.virginmedia.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop3.ntlworld.com", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.ntlworld.com", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.virginmedia.com", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "app password"},
				{Lang: "zh", Words: "应用专用密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Create an app password and use it in the mail program instead of the login password"},
				{Lang: "zh", Words: "生成应用专用密码，在邮件客户端中代替登录密码"},
			},
		},
		Confidence: "high",
		Origin:     "ntlworld.yaml",
	},
	{
		ID: "o2-pl",
		Name: provider.Text{
			{Lang: "en", Words: "o2 Poczta"},
		},
		Kind:    "free",
		Domains: []string{"o2.pl", "go2.pl", "tlen.pl", "prokonto.pl"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "poczta.o2.pl", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "poczta.o2.pl", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "poczta.o2.pl", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "poczta.o2.pl", Port: 587, Security: "starttls"},
		},
		Username: "{localpart}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to the web mail and switch POP3 and IMAP on in the settings (see https://pomoc.o2.pl/aktywacja-dostepu-dla-programow-pocztowych)"},
				{Lang: "zh", Words: "登录网页邮箱，在设置中开启 POP3/IMAP（参见 https://pomoc.o2.pl/aktywacja-dostepu-dla-programow-pocztowych）"},
			},
		},
		Webmail: []string{"https://poczta.o2.pl/"},
		Help: []provider.Link{
			{
				URL:  "https://pomoc.o2.pl/jak-skonfigurowac-program-pocztowy",
				Lang: "pl",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "o2-pl.yaml",
	},
	{
		ID: "ocn",
		Name: provider.Text{
			{Lang: "en", Words: "OCN"},
		},
		Kind:    "isp",
		Domains: []string{"ocn.ne.jp", "ocn.ad.jp"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.ocn.ne.jp", Port: 993, Security: "tls", Status: "unverified"},
			{Protocol: "pop3", Host: "pop.ocn.ne.jp", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.ocn.ne.jp", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail:    []string{"https://mail.ocn.jp/"},
		Confidence: "high",
		Origin:     "ocn.yaml",
	},
	{
		ID: "one-com",
		Name: provider.Text{
			{Lang: "en", Words: "one.com"},
		},
		Kind:    "hosting",
		Domains: []string{"one.com"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "one.com", Status: "unverified"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.one.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.one.com", Port: 995, Security: "tls", Status: "unverified"},
			{Protocol: "smtp", Host: "send.one.com", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Access: "on",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "As far as is known, nothing needs to be switched on; sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "据现有资料无需另行开启，用完整邮箱地址和邮箱密码登录即可"},
			},
		},
		Webmail: []string{"https://mail.one.com/"},
		Help: []provider.Link{
			{
				URL:  "https://help.one.com/hc/en-us/articles/115005586769-Setting-up-a-Mobile-Phone",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "one-com.yaml",
	},
	{
		ID: "onet",
		Name: provider.Text{
			{Lang: "en", Words: "Onet Poczta"},
		},
		Kind:    "free",
		Domains: []string{"onet.pl", "onet.eu", "poczta.onet.pl", "poczta.onet.eu", "op.pl", "vp.pl", "autograf.pl", "buziaczek.pl", "amorki.pl", "republika.pl", "adres.pl", "cyberia.pl", "onet.com.pl", "opoczta.pl", "pseudonim.pl", "spoko.pl", "vip.onet.pl"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.poczta.onet.pl", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop3.poczta.onet.pl", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.poczta.onet.pl", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.poczta.onet.pl", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://poczta.onet.pl/"},
		Help: []provider.Link{
			{
				URL:  "https://pomoc.poczta.onet.pl/baza-wiedzy/konfiguracja-poczty-w-programie-mozilla-thunderbird/",
				Lang: "pl",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "onet.yaml",
	},
	{
		ID: "optimum",
		Name: provider.Text{
			{Lang: "en", Words: "Optimum / Suddenlink"},
		},
		Kind:    "isp",
		Domains: []string{"optimum.net", "optonline.net", "suddenlink.net"},
		Servers: []provider.Server{
			{
				Protocol: "imap",
				Host:     "mail.optimum.net",
				Port:     993,
				Security: "tls",
				Domains:  []string{"optimum.net"},
			},
			{
				Protocol: "imap",
				Host:     "mail.optonline.net",
				Port:     993,
				Security: "tls",
				Domains:  []string{"optonline.net"},
			},
			{
				Protocol: "imap",
				Host:     "imap.suddenlink.net",
				Port:     993,
				Security: "tls",
				Domains:  []string{"suddenlink.net"},
			},
			{
				Protocol: "smtp",
				Host:     "mail.optimum.net",
				Port:     465,
				Security: "tls",
				Domains:  []string{"optimum.net"},
			},
			{
				Protocol: "smtp",
				Host:     "mail.optonline.net",
				Port:     465,
				Security: "tls",
				Domains:  []string{"optonline.net"},
			},
			{
				Protocol: "smtp",
				Host:     "smtp.suddenlink.net",
				Port:     465,
				Security: "tls",
				Domains:  []string{"suddenlink.net"},
			},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://www.optimum.net/"},
		Help: []provider.Link{
			{
				URL:  "https://www.optimum.net/FAQ/#/answers/a_id/216",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "help centre"},
					{Lang: "zh", Words: "帮助中心"},
				},
			},
		},
		Confidence: "high",
		Origin:     "optimum.yaml",
	},
	{
		ID: "orange-fr",
		Name: provider.Text{
			{Lang: "en", Words: "Orange (France)"},
		},
		Kind:    "isp",
		Domains: []string{"orange.fr", "wanadoo.fr"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.orange.fr", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.orange.fr", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.orange.fr", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://mail.orange.fr/"},
		Help: []provider.Link{
			{
				URL:  "https://assistance.orange.fr/",
				Lang: "fr",
				Topic: provider.Text{
					{Lang: "en", Words: "help centre"},
					{Lang: "zh", Words: "帮助中心"},
				},
			},
		},
		Confidence: "high",
		Origin:     "orange-fr.yaml",
	},
	{
		ID: "outlook",
		Name: provider.Text{
			{Lang: "en", Words: "Outlook.com (Hotmail, Live)"},
			{Lang: "zh", Words: "微软 Outlook 邮箱"},
		},
		Short: provider.Text{
			{Lang: "en", Words: "Outlook.com"},
			{Lang: "zh", Words: "Outlook"},
		},
		Kind:    "free",
		Domains: []string{"outlook.com", "hotmail.com", "live.com", "msn.com", "windowslive.com", "passport.com", "livemail.tw", "outlook.at", "outlook.be", "outlook.cl", "outlook.cz", "outlook.de", "outlook.dk", "outlook.es", "outlook.fr", "outlook.hu", "outlook.ie", "outlook.in", "outlook.it", "outlook.jp", "outlook.kr", "outlook.lv", "outlook.my", "outlook.ph", "outlook.pt", "outlook.sa", "outlook.sg", "outlook.sk", "outlook.co.id", "outlook.co.il", "outlook.co.nz", "outlook.co.th", "outlook.com.ar", "outlook.com.au", "outlook.com.br", "outlook.com.gr", "outlook.com.pe", "outlook.com.tr", "outlook.com.vn", "hotmail.be", "hotmail.ca", "hotmail.cl", "hotmail.cz", "hotmail.de", "hotmail.dk", "hotmail.es", "hotmail.fi", "hotmail.fr", "hotmail.gr", "hotmail.hu", "hotmail.it", "hotmail.lt", "hotmail.lv", "hotmail.my", "hotmail.nl", "hotmail.no", "hotmail.ph", "hotmail.rs", "hotmail.se", "hotmail.sg", "hotmail.sk", "hotmail.co.id", "hotmail.co.il", "hotmail.co.in", "hotmail.co.jp", "hotmail.co.kr", "hotmail.co.th", "hotmail.co.uk", "hotmail.co.za", "hotmail.com.ar", "hotmail.com.au", "hotmail.com.br", "hotmail.com.hk", "hotmail.com.mx", "hotmail.com.tr", "hotmail.com.tw", "hotmail.com.vn", "live.at", "live.be", "live.ca", "live.cl", "live.cn", "live.de", "live.dk", "live.fi", "live.fr", "live.hk", "live.ie", "live.in", "live.it", "live.jp", "live.nl", "live.no", "live.ru", "live.se", "live.co.jp", "live.co.kr", "live.co.uk", "live.co.za", "live.com.ar", "live.com.au", "live.com.mx", "live.com.my", "live.com.ph", "live.com.pt", "live.com.sg"},
		MX: []provider.MXSuffix{
			{Suffix: "olc.protection.outlook.com"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "outlook.office365.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "outlook.office365.com", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp-mail.outlook.com", Port: 587, Security: "starttls"},
			{Protocol: "smtp", Host: "smtp.office365.com", Port: 587, Security: "starttls"},
		},
		Services: []provider.Service{
			{Type: "activesync", URL: "https://eas.outlook.com/Microsoft-Server-ActiveSync", Status: "unverified"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"oauth2"},
			Name: provider.Text{
				{Lang: "en", Words: "sign in with Microsoft (OAuth2)"},
				{Lang: "zh", Words: "使用 Microsoft 登录（OAuth2）"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with Microsoft (OAuth2); passwords and app passwords no longer work"},
				{Lang: "zh", Words: "使用 Microsoft 登录（OAuth2）；密码和应用密码均已停用"},
			},
			{
				{Lang: "en", Words: "For POP allow it first under Settings > Sync email in Outlook.com"},
				{Lang: "zh", Words: "用 POP 时先在 Outlook.com 的「同步电子邮件」中允许"},
			},
		},
		OAuth2: provider.OAuth2{
			Issuer:    "login.microsoftonline.com",
			AuthURL:   "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
			TokenURL:  "https://login.microsoftonline.com/common/oauth2/v2.0/token",
			Scopes:    []string{"https://outlook.office.com/IMAP.AccessAsUser.All", "https://outlook.office.com/POP.AccessAsUser.All", "https://outlook.office.com/SMTP.Send", "offline_access"},
			EWSScopes: []string{"https://outlook.office.com/EWS.AccessAsUser.All"},
			Note:      "The scopes stand below outlook.office.com in Thunderbird and FairEmail, below outlook.office365.com in ISPDB.",
		},
		Webmail: []string{"https://outlook.live.com/mail/"},
		Help: []provider.Link{
			{
				URL:  "https://support.microsoft.com/en-us/office/pop-imap-and-smtp-settings-for-outlook-com-d088b986-291d-42b8-9564-9c414e2aa040",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
			{
				URL:  "https://support.microsoft.com/zh-cn/office/pop-imap-%E5%92%8C-smtp-%E8%AE%BE%E7%BD%AE-d088b986-291d-42b8-9564-9c414e2aa040",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "outlook.yaml",
	},
	{
		ID: "ovh",
		Name: provider.Text{
			{Lang: "en", Words: "OVHcloud mail"},
		},
		Kind:    "hosting",
		Domains: []string{"ovh.net"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "mx0.ovh.net"},
			{Suffix: "mail.ovh.net", Status: "unverified"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "ssl0.ovh.net", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "ssl0.ovh.net", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "ssl0.ovh.net", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Access: "on",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "As far as is known, nothing needs to be switched on; sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "据现有资料无需另行开启，用完整邮箱地址和邮箱密码登录即可"},
			},
		},
		Webmail: []string{"https://www.ovh.com/fr/mail/"},
		Help: []provider.Link{
			{
				URL:  "https://docs.ovh.com/fr/emails/",
				Lang: "fr",
				Topic: provider.Text{
					{Lang: "en", Words: "help centre"},
					{Lang: "zh", Words: "帮助中心"},
				},
			},
		},
		Quirks:     []string{"Exchange plans are believed to use exN.mail.ovh.net."},
		Confidence: "high",
		Origin:     "ovh.yaml",
	},
	{
		ID: "ox-cloud-eu",
		Name: provider.Text{
			{Lang: "en", Words: "OX Cloud EU"},
		},
		Kind:    "hosting",
		Domains: []string{"cloudeu.xion.oxcs.net"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "cloudeu.xion.oxcs.net"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.eu.appsuite.cloud", Port: 993, Security: "tls"},
			{Protocol: "imap", Host: "imap.eu.appsuite.cloud", Port: 143, Security: "starttls"},
			{Protocol: "pop3", Host: "pop.eu.appsuite.cloud", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.eu.appsuite.cloud", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Access: "on",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "As far as is known, nothing needs to be switched on; sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "据现有资料无需另行开启，用完整邮箱地址和邮箱密码登录即可"},
			},
		},
		Confidence: "medium",
		Origin:     "ox-cloud-eu.yaml",
	},
	{
		ID: "perfect-88",
		Name: provider.Text{
			{Lang: "en", Words: "Perfect Mail (88.com)"},
			{Lang: "zh", Words: "完美邮箱"},
		},
		Short: provider.Text{
			{Lang: "en", Words: "Perfect Mail"},
			{Lang: "zh", Words: "完美邮箱"},
		},
		Operator: provider.Text{
			{Lang: "en", Words: "Perfect Mail"},
			{Lang: "zh", Words: "完美邮箱"},
		},
		Kind:    "free",
		Domains: []string{"88.com", "111.com", "email.cn"},
		Servers: []provider.Server{
			{
				Protocol: "imap",
				Host:     "imap.88.com",
				Port:     993,
				Security: "tls",
				Domains:  []string{"88.com"},
			},
			{
				Protocol: "imap",
				Host:     "imap.111.com",
				Port:     993,
				Security: "tls",
				Domains:  []string{"111.com"},
			},
			{
				Protocol: "imap",
				Host:     "imap.email.cn",
				Port:     993,
				Security: "tls",
				Domains:  []string{"email.cn"},
			},
			{
				Protocol: "smtp",
				Host:     "smtp.88.com",
				Port:     465,
				Security: "tls",
				Domains:  []string{"88.com"},
			},
			{
				Protocol: "smtp",
				Host:     "smtp.111.com",
				Port:     465,
				Security: "tls",
				Domains:  []string{"111.com"},
			},
			{
				Protocol: "smtp",
				Host:     "smtp.email.cn",
				Port:     465,
				Security: "tls",
				Domains:  []string{"email.cn"},
			},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "dedicated password"},
				{Lang: "zh", Words: "专用密码"},
			},
			Length: 16,
			Where: provider.Text{
				{Lang: "en", Words: "web mail > Settings > Client settings"},
				{Lang: "zh", Words: "网页邮箱「设置」→「客户端设置」"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in on the web, open Settings > Client settings and switch IMAP/SMTP (and POP3/SMTP) on"},
				{Lang: "zh", Words: "网页登录，在「设置」→「客户端设置」中开启 IMAP/SMTP（及 POP3/SMTP）"},
			},
			{
				{Lang: "en", Words: "Create a dedicated password, name it and copy its 16 characters"},
				{Lang: "zh", Words: "「新建专用密码」，命名后复制 16 位密码"},
			},
		},
		Webmail:    []string{"https://mail.88.com/"},
		Confidence: "medium",
		Origin:     "perfect-88.yaml",
	},
	{
		ID: "plusnet",
		Name: provider.Text{
			{Lang: "en", Words: "Plusnet"},
		},
		Kind:    "isp",
		Domains: []string{"plus.com", "*.plus.com", "plusnet.com"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.plus.net", Port: 993, Security: "tls"},
			{Protocol: "smtp", Host: "relay.plus.net", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://webmail.plus.net/"},
		Help: []provider.Link{
			{
				URL:  "https://www.plus.net/help/email-guides/how-to-set-up-plusnet-email/",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Confidence: "medium",
		Origin:     "plusnet.yaml",
	},
	{
		ID: "postecert",
		Name: provider.Text{
			{Lang: "en", Words: "PosteCert (certified mail)"},
		},
		Short: provider.Text{
			{Lang: "en", Words: "PosteCert"},
		},
		Kind:    "paid",
		Domains: []string{"postecert.it"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "mail.postecert.it", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "mail.postecert.it", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "mail.postecert.it", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Access: "on",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "As far as is known, nothing needs to be switched on; sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "据现有资料无需另行开启，用完整邮箱地址和邮箱密码登录即可"},
			},
		},
		Help: []provider.Link{
			{
				URL:  "https://postecert.poste.it/pec/configurazione.shtml",
				Lang: "it",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Confidence: "medium",
		Origin:     "postecert.yaml",
	},
	{
		ID: "posteo",
		Name: provider.Text{
			{Lang: "en", Words: "Posteo"},
		},
		Kind:    "paid",
		Domains: []string{"posteo.de", "posteo.net", "posteo.af", "posteo.at", "posteo.be", "posteo.ca", "posteo.ch", "posteo.cl", "posteo.co", "posteo.co.uk", "posteo.com", "posteo.com.br", "posteo.cr", "posteo.cz", "posteo.dk", "posteo.ee", "posteo.es", "posteo.eu", "posteo.fi", "posteo.gl", "posteo.gr", "posteo.hn", "posteo.hr", "posteo.hu", "posteo.ie", "posteo.in", "posteo.is", "posteo.it", "posteo.jp", "posteo.la", "posteo.li", "posteo.lt", "posteo.lu", "posteo.me", "posteo.mx", "posteo.my", "posteo.nl", "posteo.no", "posteo.nz", "posteo.org", "posteo.pe", "posteo.pl", "posteo.pm", "posteo.pt", "posteo.ro", "posteo.ru", "posteo.se", "posteo.sg", "posteo.si", "posteo.tn", "posteo.uk", "posteo.us"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "posteo.de", Port: 993, Security: "tls"},
			{Protocol: "imap", Host: "posteo.de", Port: 143, Security: "starttls"},
			{Protocol: "pop3", Host: "posteo.de", Port: 995, Security: "tls"},
			{Protocol: "pop3", Host: "posteo.de", Port: 110, Security: "starttls"},
			{Protocol: "smtp", Host: "posteo.de", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "posteo.de", Port: 587, Security: "starttls"},
		},
		Services: []provider.Service{
			{Type: "caldav", URL: "https://posteo.de:8443", Status: "unverified"},
			{Type: "carddav", URL: "https://posteo.de:8843", Status: "unverified"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"app-password", "password"},
			Name: provider.Text{
				{Lang: "en", Words: "app password, or the mailbox password"},
				{Lang: "zh", Words: "应用专用密码，或邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Create an app password (https://posteo.de/en/help/app-passwords) and use it in the mail program instead of the login password"},
				{Lang: "zh", Words: "生成应用专用密码（https://posteo.de/en/help/app-passwords），在邮件客户端中代替登录密码"},
			},
		},
		Webmail: []string{"https://posteo.de/"},
		Help: []provider.Link{
			{
				URL:  "https://posteo.de/en/help/how-do-i-set-up-posteo-in-an-email-client-pop3-imap-and-smtp",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
			{
				URL:  "https://posteo.de/hilfe/wie-richte-ich-posteo-in-einem-mailprogramm-ein-pop3-imap-und-smtp",
				Lang: "de",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "posteo.yaml",
	},
	{
		ID: "privateemail",
		Name: provider.Text{
			{Lang: "en", Words: "Namecheap Private Email"},
		},
		Short: provider.Text{
			{Lang: "en", Words: "PrivateEmail"},
		},
		Kind:    "hosting",
		Domains: []string{"privateemail.com"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "privateemail.com"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "mail.privateemail.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "mail.privateemail.com", Port: 995, Security: "tls", Status: "unverified"},
			{Protocol: "smtp", Host: "mail.privateemail.com", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "mail.privateemail.com", Port: 587, Security: "starttls", Status: "unverified"},
		},
		Services: []provider.Service{
			{Type: "caldav", URL: "https://dav.privateemail.com/", Status: "unverified"},
			{Type: "carddav", URL: "https://dav.privateemail.com/", Status: "unverified"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Access: "on",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "As far as is known, nothing needs to be switched on; sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "据现有资料无需另行开启，用完整邮箱地址和邮箱密码登录即可"},
			},
		},
		Webmail: []string{"https://privateemail.com/"},
		Help: []provider.Link{
			{
				URL:  "https://www.namecheap.com/support/knowledgebase/article.aspx/1179/2175/general-private-email-configuration-for-mail-clients-and-mobile-devices/",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Confidence: "medium",
		Origin:     "privateemail.yaml",
	},
	{
		ID: "proton",
		Name: provider.Text{
			{Lang: "en", Words: "Proton Mail"},
		},
		Kind:    "free",
		Domains: []string{"proton.me", "protonmail.com", "protonmail.ch", "pm.me"},
		MX: []provider.MXSuffix{
			{Suffix: "protonmail.ch"},
		},
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"bridge"},
			Name: provider.Text{
				{Lang: "en", Words: "Proton Mail Bridge password"},
				{Lang: "zh", Words: "Proton Mail Bridge 密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "With a paid plan install Proton Mail Bridge (https://proton.me/mail/bridge) on your computer and sign in to it"},
				{Lang: "zh", Words: "付费用户在电脑上安装 Proton Mail Bridge（https://proton.me/mail/bridge）并登录"},
			},
			{
				{Lang: "en", Words: "Set the mail program up with what Bridge shows: IMAP 127.0.0.1 port 1143 and SMTP 127.0.0.1 port 1025, both with STARTTLS, and the password from Bridge"},
				{Lang: "zh", Words: "按 Bridge 显示的信息设置邮件客户端：IMAP 127.0.0.1 端口 1143，SMTP 127.0.0.1 端口 1025，均用 STARTTLS，密码用 Bridge 给出的密码"},
			},
		},
		Unsupported: provider.Text{
			{Lang: "en", Words: "Proton Mail has no public IMAP, POP3 or SMTP servers. Paying users can run Proton Mail Bridge on their own computer and set the mail program up as Bridge shows."},
			{Lang: "zh", Words: "Proton Mail 不提供公开的 IMAP、POP3 或 SMTP 服务器。付费用户可在自己的电脑上运行 Proton Mail Bridge，并按其显示的信息设置邮件客户端。"},
		},
		Webmail: []string{"https://mail.proton.me/"},
		Help: []provider.Link{
			{
				URL:  "https://proton.me/mail/bridge",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "Proton Mail Bridge"},
					{Lang: "zh", Words: "Proton Mail Bridge"},
				},
			},
		},
		Quirks:     []string{"Answer that it is not supported, with the help link; never guess servers.", "SMTP tokens (smtp.protonmail.ch:587) exist for business customers' own domains only."},
		Confidence: "high",
		Origin:     "proton.yaml",
	},
	{
		ID: "proximus",
		Name: provider.Text{
			{Lang: "en", Words: "Proximus / Skynet"},
		},
		Kind:    "isp",
		Domains: []string{"skynet.be", "proximus.be", "belgacom.net", "kidcity.be"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.proximus.be", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.proximus.be", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "relay.proximus.be", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://www.proximus.be/webmail/"},
		Help: []provider.Link{
			{
				URL:  "http://support.en.proximus.be/",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "help centre"},
					{Lang: "zh", Words: "帮助中心"},
				},
			},
		},
		Confidence: "high",
		Origin:     "proximus.yaml",
	},
	{
		ID: "purelymail",
		Name: provider.Text{
			{Lang: "en", Words: "Purelymail"},
		},
		Kind:    "paid",
		Domains: []string{"purelymail.com", "cheapermail.com", "placeq.com", "rethinkmail.com", "worldofmail.com"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "purelymail.com", Status: "unverified"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.purelymail.com", Port: 993, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.purelymail.com", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Access: "on",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "As far as is known, nothing needs to be switched on; sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "据现有资料无需另行开启，用完整邮箱地址和邮箱密码登录即可"},
			},
		},
		Webmail: []string{"https://inbox.purelymail.com/"},
		Help: []provider.Link{
			{
				URL:  "https://purelymail.com/docs/setup/technical",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "purelymail.yaml",
	},
	{
		ID: "qq",
		Name: provider.Text{
			{Lang: "en", Words: "QQ Mail"},
			{Lang: "zh", Words: "QQ邮箱"},
		},
		Operator: provider.Text{
			{Lang: "en", Words: "Tencent"},
			{Lang: "zh", Words: "腾讯"},
		},
		Kind:    "free",
		Domains: []string{"qq.com", "vip.qq.com", "foxmail.com"},
		MX: []provider.MXSuffix{
			{Suffix: "mx1.qq.com"},
			{Suffix: "mx2.qq.com"},
			{Suffix: "mx3.qq.com"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.qq.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.qq.com", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.qq.com", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.qq.com", Port: 587, Security: "starttls"},
			{Protocol: "imap", Host: "imap.qq.com", Port: 143, Security: "none"},
			{Protocol: "pop3", Host: "pop.qq.com", Port: 110, Security: "none"},
			{Protocol: "smtp", Host: "smtp.qq.com", Port: 25, Security: "none"},
		},
		Services: []provider.Service{
			{Type: "caldav", URL: "https://dav.qq.com/"},
			{Type: "carddav", URL: "https://dav.qq.com/"},
			{Type: "activesync", URL: "https://ex.qq.com/Microsoft-Server-ActiveSync"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"authorization-code"},
			Name: provider.Text{
				{Lang: "en", Words: "authorization code"},
				{Lang: "zh", Words: "授权码"},
			},
			Length: 16,
			Where: provider.Text{
				{Lang: "en", Words: "web mail > Settings > Account (or Account and security), after a check by text message or WeChat"},
				{Lang: "zh", Words: "网页邮箱「设置」→「账号」（或「账号与安全」），经短信或微信验证"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to QQ Mail on the web and open Settings > Account (new interface: Account and security > Security settings)"},
				{Lang: "zh", Words: "网页登录 QQ 邮箱，进入「设置」→「账号」（新版为「账号与安全」→「安全设置」）"},
			},
			{
				{Lang: "en", Words: "Press Enable beside POP3/IMAP/SMTP/Exchange/CardDAV/CalDAV service"},
				{Lang: "zh", Words: "在「POP3/IMAP/SMTP/Exchange/CardDAV/CalDAV服务」处点「开启」"},
			},
			{
				{Lang: "en", Words: "Send the requested text message from the phone bound to the account, or scan the code with WeChat"},
				{Lang: "zh", Words: "用绑定手机发送指定短信（或微信扫码）完成验证"},
			},
			{
				{Lang: "en", Words: "Copy the 16-character authorization code and use it as the password in the mail program"},
				{Lang: "zh", Words: "复制 16 位授权码，作为邮件客户端的密码"},
			},
		},
		Webmail: []string{"https://mail.qq.com/", "https://wx.mail.qq.com/"},
		Help: []provider.Link{
			{
				URL:  "https://service.mail.qq.com/detail/0/75",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "authorization code"},
					{Lang: "zh", Words: "授权码"},
				},
			},
			{
				URL:  "https://service.mail.qq.com/detail/128/339",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "IMAP settings"},
					{Lang: "zh", Words: "IMAP 设置"},
				},
			},
			{
				URL:  "https://help.mail.qq.com/detail/0/1087",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "authorization code and mail program set-up"},
					{Lang: "zh", Words: "授权码与客户端设置"},
				},
			},
			{
				URL:  "https://laifa.xin/youxiang/106-tengxun-qqyouxiang-tencent-personal-email",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "third-party walk-through (laifaxin guide)"},
					{Lang: "zh", Words: "第三方教程（laifa.xin）"},
				},
			},
		},
		Quirks:     []string{"A change of the QQ password is believed to void every code.", "Customers' own domains are on Tencent Exmail: match mxbiz1.qq.com and mxbiz2.qq.com, never the bare suffix qq.com."},
		Confidence: "high",
		Origin:     "qq.yaml",
	},
	{
		ID: "rackspace",
		Name: provider.Text{
			{Lang: "en", Words: "Rackspace Email"},
		},
		Kind:    "hosting",
		Domains: []string{"emailsrvr.com", "reagan.com"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "emailsrvr.com"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "secure.emailsrvr.com", Port: 993, Security: "tls"},
			{Protocol: "imap", Host: "secure.emailsrvr.com", Port: 143, Security: "starttls"},
			{Protocol: "pop3", Host: "secure.emailsrvr.com", Port: 995, Security: "tls", Status: "unverified"},
			{Protocol: "smtp", Host: "secure.emailsrvr.com", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "secure.emailsrvr.com", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Access: "on",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "As far as is known, nothing needs to be switched on; sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "据现有资料无需另行开启，用完整邮箱地址和邮箱密码登录即可"},
			},
		},
		Webmail:    []string{"https://apps.rackspace.com/"},
		Confidence: "high",
		Origin:     "rackspace.yaml",
	},
	{
		ID: "rambler",
		Name: provider.Text{
			{Lang: "en", Words: "Rambler"},
		},
		Kind:    "free",
		Domains: []string{"rambler.ru", "lenta.ru", "autorambler.ru", "myrambler.ru", "ro.ru", "r0.ru", "rambler.ua"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.rambler.ru", Port: 993, Security: "tls"},
			{Protocol: "imap", Host: "imap.rambler.ru", Port: 143, Security: "starttls"},
			{Protocol: "pop3", Host: "pop.rambler.ru", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.rambler.ru", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to the web mail and switch POP3 and IMAP on in the settings (https://mail.rambler.ru/)"},
				{Lang: "zh", Words: "登录网页邮箱，在设置中开启 POP3/IMAP（https://mail.rambler.ru/）"},
			},
		},
		Webmail: []string{"https://mail.rambler.ru/"},
		Help: []provider.Link{
			{
				URL:  "https://help.rambler.ru/mail/mail-pochtovye-klienty/1275/",
				Lang: "ru",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "rambler.yaml",
	},
	{
		ID: "rediff-pro",
		Name: provider.Text{
			{Lang: "en", Words: "Rediffmail Pro"},
		},
		Kind:    "enterprise",
		Domains: []string{"rediff.com", "rediffmailpro.com"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "rediffmailpro.com", Status: "unverified"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.rediffmailpro.com", Port: 993, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.rediffmailpro.com", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Help: []provider.Link{
			{
				URL:  "https://support.rediff.com/imap-settings-for-outlook/",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Confidence: "medium",
		Origin:     "rediff-pro.yaml",
	},
	{
		ID: "rediffmail",
		Name: provider.Text{
			{Lang: "en", Words: "Rediffmail"},
		},
		Kind:    "free",
		Domains: []string{"rediffmail.com"},
		Servers: []provider.Server{
			{Protocol: "pop3", Host: "pop.rediffmail.com", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.rediffmail.com", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail:    []string{"https://mail.rediff.com/"},
		Quirks:     []string{"IMAP is for Rediffmail Pro only (imap.rediffmailpro.com and smtp.rediffmailpro.com)."},
		Confidence: "medium",
		Origin:     "rediffmail.yaml",
	},
	{
		ID: "riseup",
		Name: provider.Text{
			{Lang: "en", Words: "Riseup"},
		},
		Kind:    "free",
		Domains: []string{"riseup.net"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "mail.riseup.net", Port: 993, Security: "tls"},
			{Protocol: "smtp", Host: "mail.riseup.net", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Access: "on",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "As far as is known, nothing needs to be switched on; sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "据现有资料无需另行开启，用完整邮箱地址和邮箱密码登录即可"},
			},
		},
		Webmail: []string{"https://mail.riseup.net/"},
		Help: []provider.Link{
			{
				URL:  "https://riseup.net/en/email/clients",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "riseup.yaml",
	},
	{
		ID: "rogers",
		Name: provider.Text{
			{Lang: "en", Words: "Rogers"},
		},
		Kind:    "isp",
		Domains: []string{"rogers.com"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.mail.yahoo.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.mail.yahoo.com", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.mail.yahoo.com", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "app password"},
				{Lang: "zh", Words: "应用专用密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Create an app password (https://login.yahoo.com/account/security) and use it in the mail program instead of the login password"},
				{Lang: "zh", Words: "生成应用专用密码（https://login.yahoo.com/account/security），在邮件客户端中代替登录密码"},
			},
		},
		Webmail:    []string{"https://mail.yahoo.com/"},
		Confidence: "medium",
		Origin:     "rogers.yaml",
	},
	{
		ID: "runbox",
		Name: provider.Text{
			{Lang: "en", Words: "Runbox"},
		},
		Kind:    "paid",
		Domains: []string{"runbox.com", "runbox.no"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "runbox.com", Status: "unverified"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "mail.runbox.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "mail.runbox.com", Port: 995, Security: "tls", Status: "unverified"},
			{Protocol: "smtp", Host: "mail.runbox.com", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.runbox.com", Port: 465, Security: "tls"},
		},
		Services: []provider.Service{
			{Type: "caldav", URL: "https://dav.runbox.com/", Status: "unverified"},
			{Type: "carddav", URL: "https://dav.runbox.com/", Status: "unverified"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password, or app password with two-step verification"},
				{Lang: "zh", Words: "邮箱密码（开启两步验证后用应用专用密码）"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://runbox.com/"},
		Help: []provider.Link{
			{
				URL:  "https://help.runbox.com/email-program-settings/",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "runbox.yaml",
	},
	{
		ID: "sapo",
		Name: provider.Text{
			{Lang: "en", Words: "SAPO / MEO"},
		},
		Kind:    "free",
		Domains: []string{"sapo.pt", "sapo.cv", "sapo.ao", "sapo.mz", "sapo.tl", "meo.pt"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.sapo.pt", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.sapo.pt", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.sapo.pt", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://mail.sapo.pt/"},
		Help: []provider.Link{
			{
				URL:  "https://ajuda.sapo.pt/configurar-programa-de-email-70015",
				Lang: "pt",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "sapo.yaml",
	},
	{
		ID: "seznam",
		Name: provider.Text{
			{Lang: "en", Words: "Seznam"},
		},
		Kind:    "free",
		Domains: []string{"seznam.cz", "email.cz", "post.cz", "spoluzaci.cz"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "seznam.cz", Status: "unverified"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.seznam.cz", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop3.seznam.cz", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.seznam.cz", Port: 465, Security: "tls"},
		},
		Services: []provider.Service{
			{Type: "caldav", URL: "https://caldav.seznam.cz/"},
			{Type: "carddav", URL: "https://carddav.seznam.cz/"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"oauth2", "password", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password or app password"},
				{Lang: "zh", Words: "邮箱密码或应用专用密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		OAuth2: provider.OAuth2{
			Issuer:   "Seznam.cz",
			AuthURL:  "https://login.seznam.cz/api/v1/oauth/auth",
			TokenURL: "https://login.seznam.cz/api/v1/oauth/token",
			Scopes:   []string{"identity", "calendar", "email"},
			PKCE:     true,
			Note:     "In Thunderbird on the desktop (seen 2026-08); ISPDB has no OAuth2 for Seznam yet.",
		},
		Webmail: []string{"https://email.seznam.cz/"},
		Help: []provider.Link{
			{
				URL:  "https://napoveda.seznam.cz/cz/email/imap-pop3-smtp/",
				Lang: "cs",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "seznam.yaml",
	},
	{
		ID: "sfr",
		Name: provider.Text{
			{Lang: "en", Words: "SFR"},
		},
		Kind:    "isp",
		Domains: []string{"sfr.fr", "neuf.fr", "club-internet.fr", "cegetel.net", "9online.fr", "numericable.fr"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.sfr.fr", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.sfr.fr", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.sfr.fr", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://webmail.sfr.fr/"},
		Help: []provider.Link{
			{
				URL:  "https://assistance.sfr.fr/service-et-accessoire/sfr-mail/serveurs-messagerie-sfr.html",
				Lang: "fr",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "sfr.yaml",
	},
	{
		ID: "shaw",
		Name: provider.Text{
			{Lang: "en", Words: "Shaw (Rogers)"},
		},
		Kind:    "isp",
		Domains: []string{"shaw.ca"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.shaw.ca", Port: 993, Security: "tls"},
			{Protocol: "smtp", Host: "mail.shaw.ca", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://webmail.shaw.ca/"},
		Help: []provider.Link{
			{
				URL:  "https://www.rogers.com/support/internet/shaw-email/pop-and-imap-email-server-settings",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "shaw.yaml",
	},
	{
		ID: "sina-enterprise",
		Name: provider.Text{
			{Lang: "en", Words: "Sina Enterprise Mail"},
			{Lang: "zh", Words: "新浪企业邮箱"},
		},
		Operator: provider.Text{
			{Lang: "en", Words: "Sina Corporation"},
			{Lang: "zh", Words: "新浪公司"},
		},
		Kind:             "enterprise",
		Domains:          []string{"sina.net"},
		UncheckedDomains: []string{"sinanet.com"},
		Hosted:           true,
		MX: []provider.MXSuffix{
			{Suffix: "mx.sina.net"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.sina.net", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.sina.net", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.sina.net", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.sina.net", Port: 587, Security: "starttls", Status: "unverified"},
			{Protocol: "imap", Host: "imap.sina.net", Port: 143, Security: "none"},
			{Protocol: "smtp", Host: "smtp.sina.net", Port: 25, Security: "none"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password", "authorization-code"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password or client authorization code"},
				{Lang: "zh", Words: "邮箱密码或客户端授权码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Ask the administrator whether members may use IMAP, POP3 and SMTP"},
				{Lang: "zh", Words: "请企业管理员确认成员可以使用 IMAP/POP3/SMTP"},
			},
			{
				{Lang: "en", Words: "Use the full company address as user name"},
				{Lang: "zh", Words: "用完整的企业邮箱地址作用户名"},
			},
		},
		Webmail:    []string{"https://mail.sina.net/"},
		Confidence: "medium",
		Origin:     "sina-enterprise.yaml",
	},
	{
		ID: "sina-vip",
		Name: provider.Text{
			{Lang: "en", Words: "Sina VIP Mail"},
			{Lang: "zh", Words: "新浪VIP邮箱"},
		},
		Operator: provider.Text{
			{Lang: "en", Words: "Sina Corporation"},
			{Lang: "zh", Words: "新浪公司"},
		},
		Kind:             "paid",
		Domains:          []string{"vip.sina.com", "vip.sina.cn"},
		UncheckedDomains: []string{"my3ia.sina.com"},
		MX: []provider.MXSuffix{
			{Suffix: "vip.sina.com", Status: "unverified"},
		},
		Servers: []provider.Server{
			{
				Protocol: "imap",
				Host:     "imap.vip.sina.com",
				Port:     993,
				Security: "tls",
				Domains:  []string{"vip.sina.com", "my3ia.sina.com"},
			},
			{
				Protocol: "imap",
				Host:     "imap.vip.sina.cn",
				Port:     993,
				Security: "tls",
				Domains:  []string{"vip.sina.cn"},
			},
			{
				Protocol: "pop3",
				Host:     "pop.vip.sina.com",
				Port:     995,
				Security: "tls",
				Domains:  []string{"vip.sina.com", "my3ia.sina.com"},
			},
			{
				Protocol: "pop3",
				Host:     "pop.vip.sina.cn",
				Port:     995,
				Security: "tls",
				Domains:  []string{"vip.sina.cn"},
			},
			{
				Protocol: "pop3",
				Host:     "pop3.vip.sina.com",
				Port:     995,
				Security: "tls",
				Domains:  []string{"vip.sina.com", "my3ia.sina.com"},
				Status:   "unverified",
			},
			{
				Protocol: "smtp",
				Host:     "smtp.vip.sina.com",
				Port:     465,
				Security: "tls",
				Domains:  []string{"vip.sina.com", "my3ia.sina.com"},
			},
			{
				Protocol: "smtp",
				Host:     "smtp.vip.sina.cn",
				Port:     465,
				Security: "tls",
				Domains:  []string{"vip.sina.cn"},
			},
			{
				Protocol: "smtp",
				Host:     "smtp.vip.sina.com",
				Port:     587,
				Security: "starttls",
				Domains:  []string{"vip.sina.com"},
				Status:   "unverified",
			},
			{Protocol: "imap", Host: "imap.vip.sina.com", Port: 143, Security: "none"},
			{Protocol: "pop3", Host: "pop3.vip.sina.com", Port: 110, Security: "none"},
			{Protocol: "smtp", Host: "smtp.vip.sina.com", Port: 25, Security: "none"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"authorization-code"},
			Name: provider.Text{
				{Lang: "en", Words: "client authorization code"},
				{Lang: "zh", Words: "客户端授权码"},
			},
			Length: 16,
			Where: provider.Text{
				{Lang: "en", Words: "web mail of Sina VIP > Settings"},
				{Lang: "zh", Words: "新浪VIP邮箱网页版「设置」"},
			},
			WebPassword: "unknown",
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to Sina VIP Mail on the web"},
				{Lang: "zh", Words: "用网页登录新浪 VIP 邮箱"},
			},
			{
				{Lang: "en", Words: "In Settings open the page Client POP/IMAP/SMTP and switch IMAP/SMTP (or POP3/SMTP) on"},
				{Lang: "zh", Words: "进入「设置」中的「客户端POP/IMAP/SMTP」页，开启 IMAP/SMTP（或 POP3/SMTP）"},
			},
			{
				{Lang: "en", Words: "Pass the phone check, take the client authorization code and use it as the password"},
				{Lang: "zh", Words: "按提示完成手机验证，取得客户端授权码，作为密码使用"},
			},
		},
		Webmail: []string{"https://mail.sina.com.cn/", "https://vip.sina.com.cn/"},
		Help: []provider.Link{
			{
				URL:  "https://help.sina.com.cn/comquestiondetail/view/160/",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "server names and ports"},
					{Lang: "zh", Words: "服务器地址与端口"},
				},
			},
		},
		Confidence: "high",
		Origin:     "sina-vip.yaml",
	},
	{
		ID: "sina",
		Name: provider.Text{
			{Lang: "en", Words: "Sina Mail"},
			{Lang: "zh", Words: "新浪邮箱"},
		},
		Operator: provider.Text{
			{Lang: "en", Words: "Sina Corporation"},
			{Lang: "zh", Words: "新浪公司"},
		},
		Kind:             "free",
		Domains:          []string{"sina.com", "sina.cn", "2008.sina.com"},
		UncheckedDomains: []string{"sina.com.cn"},
		MX: []provider.MXSuffix{
			{Suffix: "sinamail.sina.com.cn"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.sina.com", Port: 993, Security: "tls"},
			{
				Protocol: "imap",
				Host:     "imap.sina.cn",
				Port:     993,
				Security: "tls",
				Domains:  []string{"sina.cn"},
			},
			{Protocol: "pop3", Host: "pop.sina.com", Port: 995, Security: "tls"},
			{
				Protocol: "pop3",
				Host:     "pop.sina.cn",
				Port:     995,
				Security: "tls",
				Domains:  []string{"sina.cn"},
			},
			{Protocol: "smtp", Host: "smtp.sina.com", Port: 465, Security: "tls"},
			{
				Protocol: "smtp",
				Host:     "smtp.sina.cn",
				Port:     465,
				Security: "tls",
				Domains:  []string{"sina.cn"},
			},
			{Protocol: "smtp", Host: "smtp.sina.com", Port: 587, Security: "starttls"},
			{Protocol: "imap", Host: "imap.sina.com", Port: 143, Security: "none"},
			{Protocol: "pop3", Host: "pop.sina.com", Port: 110, Security: "none"},
			{Protocol: "smtp", Host: "smtp.sina.com", Port: 25, Security: "none"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"authorization-code"},
			Name: provider.Text{
				{Lang: "en", Words: "client authorization code"},
				{Lang: "zh", Words: "客户端授权码"},
			},
			Length: 16,
			Where: provider.Text{
				{Lang: "en", Words: "web mail > Settings > Client POP/IMAP/SMTP, after a text message check; it is shown only once"},
				{Lang: "zh", Words: "网页邮箱「设置」→「客户端POP/IMAP/SMTP」，短信验证后显示一次"},
			},
			WebPassword: "no",
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to Sina Mail on the web at mail.sina.com.cn"},
				{Lang: "zh", Words: "用网页登录新浪邮箱 mail.sina.com.cn"},
			},
			{
				{Lang: "en", Words: "Open Settings (top right), then the tab 客户端POP/IMAP/SMTP (Client POP/IMAP/SMTP)"},
				{Lang: "zh", Words: "打开右上角「设置」，进入「客户端POP/IMAP/SMTP」页"},
			},
			{
				{Lang: "en", Words: "Set the service IMAP4/SMTP (for POP3 the service POP3/SMTP, a section of its own) to On"},
				{Lang: "zh", Words: "把「IMAP4/SMTP服务」（用 POP3 时为另一栏的「POP3/SMTP服务」）的状态改为「开启」"},
			},
			{
				{Lang: "en", Words: "Pass the text message check with the phone number bound to the account"},
				{Lang: "zh", Words: "用绑定的手机收短信验证码，完成验证"},
			},
			{
				{Lang: "en", Words: "Copy the 16-character client authorization code; it is shown only once, and a lost code must be issued anew"},
				{Lang: "zh", Words: "复制弹出的 16 位客户端授权码（只显示一次，丢失只能重新获取）"},
			},
			{
				{Lang: "en", Words: "In the mail program use the full address as user name and the code as password, not the web password"},
				{Lang: "zh", Words: "在邮件客户端里用完整邮箱地址作用户名、授权码作密码（不是网页登录密码）"},
			},
		},
		Webmail: []string{"https://mail.sina.com.cn/"},
		Help: []provider.Link{
			{
				URL:  "https://help.sina.com.cn/comquestiondetail/view/160/",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "server names and ports for the four suffixes"},
					{Lang: "zh", Words: "四种后缀的服务器地址与端口"},
				},
			},
			{
				URL:  "https://help.sina.com.cn/comquestiondetail/view/1566/",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "how to get the client authorization code"},
					{Lang: "zh", Words: "如何获取客户端授权码"},
				},
			},
			{
				URL:  "https://help.sina.com.cn/comquestiondetail/view/1565/",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "IMAP settings"},
					{Lang: "zh", Words: "IMAP 设置"},
				},
			},
			{
				URL:  "https://laifa.xin/youxiang/109-xinlang-sinayouxiang-sina-personal-email",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "third-party walk-through (laifaxin guide)"},
					{Lang: "zh", Words: "第三方教程（laifa.xin）"},
				},
			},
		},
		Quirks:     []string{"There is no IMAP IDLE, and no ID command (RFC 2971) is needed: flymail polls with STATUS and NOOP.", "Folder names are Chinese in modified UTF-7; LIST carries the special-use flags (flymail).", "After a change of the bound phone no new code is issued until the new phone is registered (laifaxin guide)."},
		Confidence: "high",
		Origin:     "sina.yaml",
	},
	{
		ID: "sky",
		Name: provider.Text{
			{Lang: "en", Words: "Sky"},
		},
		Kind:    "isp",
		Domains: []string{"sky.com"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.tools.sky.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.tools.sky.com", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.tools.sky.com", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "app password"},
				{Lang: "zh", Words: "应用专用密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Create an app password and use it in the mail program instead of the login password"},
				{Lang: "zh", Words: "生成应用专用密码，在邮件客户端中代替登录密码"},
			},
		},
		Webmail: []string{"https://skyid.sky.com/"},
		Help: []provider.Link{
			{
				URL:  "http://help.sky.com/articles/get-emails-on-other-clients?product=email",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Quirks:     []string{"Run by Yahoo."},
		Confidence: "high",
		Origin:     "sky.yaml",
	},
	{
		ID: "softbank",
		Name: provider.Text{
			{Lang: "en", Words: "SoftBank"},
		},
		Kind:    "isp",
		Domains: []string{"i.softbank.jp"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.softbank.jp", Port: 993, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.softbank.jp", Port: 465, Security: "tls"},
		},
		Username: "{localpart}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the part of the address before the @ and the mailbox password"},
				{Lang: "zh", Words: "用邮箱地址 @ 前的部分和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Confidence: "high",
		Origin:     "softbank.yaml",
	},
	{
		ID: "sohu-enterprise",
		Name: provider.Text{
			{Lang: "en", Words: "Sohu Enterprise Mail"},
			{Lang: "zh", Words: "搜狐企业邮箱"},
		},
		Operator: provider.Text{
			{Lang: "en", Words: "Sohu"},
			{Lang: "zh", Words: "搜狐"},
		},
		Kind:    "enterprise",
		Domains: []string{"sohu.net"},
		Hosted:  true,
		Servers: []provider.Server{
			{Protocol: "pop3", Host: "pop3.sohu.net", Port: 995, Security: "tls", Status: "unverified"},
			{Protocol: "smtp", Host: "smtp.sohu.net", Port: 465, Security: "tls", Status: "unverified"},
			{Protocol: "pop3", Host: "pop3.sohu.net", Port: 110, Security: "none"},
			{Protocol: "smtp", Host: "smtp.sohu.net", Port: 25, Security: "none"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password", "authorization-code"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password or client authorization code"},
				{Lang: "zh", Words: "邮箱密码或客户端授权码"},
			},
		},
		Confidence: "low",
		Origin:     "sohu-enterprise.yaml",
	},
	{
		ID: "sohu-vip",
		Name: provider.Text{
			{Lang: "en", Words: "Sohu VIP Mail"},
			{Lang: "zh", Words: "搜狐VIP邮箱"},
		},
		Operator: provider.Text{
			{Lang: "en", Words: "Sohu"},
			{Lang: "zh", Words: "搜狐"},
		},
		Kind:             "paid",
		UncheckedDomains: []string{"vip.sohu.com"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.vip.sohu.com", Port: 993, Security: "tls", Status: "unverified"},
			{Protocol: "imap", Host: "imap.sohu.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop3.vip.sohu.com", Port: 995, Security: "tls", Status: "unverified"},
			{Protocol: "smtp", Host: "smtp.vip.sohu.com", Port: 465, Security: "tls", Status: "unverified"},
			{Protocol: "smtp", Host: "smtp.sohu.com", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.vip.sohu.com", Port: 25, Security: "none"},
			{Protocol: "pop3", Host: "pop3.vip.sohu.com", Port: 110, Security: "none"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"authorization-code"},
			Name: provider.Text{
				{Lang: "en", Words: "independent password"},
				{Lang: "zh", Words: "独立密码"},
			},
			WebPassword: "unknown",
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to Sohu VIP Mail, switch IMAP/SMTP on in Settings and create the independent password"},
				{Lang: "zh", Words: "登录搜狐 VIP 邮箱，在设置中开启 IMAP/SMTP 并生成独立密码"},
			},
		},
		Webmail: []string{"https://vip.sohu.com/"},
		Help: []provider.Link{
			{
				URL:  "https://vip.sohu.com/#/help",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "help"},
					{Lang: "zh", Words: "帮助"},
				},
			},
		},
		Quirks:     []string{"smtp.vip.sohu.com:465 had no certificate on 2022-12-09 (naprise); a list of certificates of 2025-26 names smtp, pop3 and imap.vip.sohu.com, so TLS seems to exist by now."},
		Confidence: "low",
		Origin:     "sohu-vip.yaml",
	},
	{
		ID: "sohu",
		Name: provider.Text{
			{Lang: "en", Words: "Sohu Mail"},
			{Lang: "zh", Words: "搜狐邮箱"},
		},
		Operator: provider.Text{
			{Lang: "en", Words: "Sohu"},
			{Lang: "zh", Words: "搜狐"},
		},
		Kind:    "free",
		Domains: []string{"sohu.com"},
		MX: []provider.MXSuffix{
			{Suffix: "sohumx.h.a.sohu.com"},
			{Suffix: "sohumx1.sohu.com"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.sohu.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop3.sohu.com", Port: 995, Security: "tls"},
			{Protocol: "pop3", Host: "pop.sohu.com", Port: 995, Security: "tls", Status: "unverified"},
			{Protocol: "smtp", Host: "smtp.sohu.com", Port: 465, Security: "tls"},
			{Protocol: "pop3", Host: "pop3.sohu.com", Port: 110, Security: "none"},
			{Protocol: "smtp", Host: "smtp.sohu.com", Port: 25, Security: "none"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"authorization-code"},
			Name: provider.Text{
				{Lang: "en", Words: "independent password"},
				{Lang: "zh", Words: "独立密码"},
			},
			Where: provider.Text{
				{Lang: "en", Words: "web mail > Options > Settings > POP3/SMTP/IMAP, after a text message check"},
				{Lang: "zh", Words: "网页邮箱「选项」→「设置」→「POP3/SMTP/IMAP」，经短信验证"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to Sohu Mail on the web and open Options > Settings"},
				{Lang: "zh", Words: "网页登录搜狐邮箱，打开顶部「选项」→「设置」"},
			},
			{
				{Lang: "en", Words: "On the page POP3/SMTP/IMAP tick IMAP/SMTP service"},
				{Lang: "zh", Words: "在「POP3/SMTP/IMAP」页勾选「IMAP/SMTP服务」"},
			},
			{
				{Lang: "en", Words: "Enter the code from the text message; the independent password appears and is shown only once"},
				{Lang: "zh", Words: "输入手机验证码，生成独立密码（只显示一次）"},
			},
			{
				{Lang: "en", Words: "Leave the IP whitelist mode off unless you have a fixed public IP address"},
				{Lang: "zh", Words: "除非有固定公网 IP，不要开启「IP白名单模式」"},
			},
		},
		Webmail: []string{"https://mail.sohu.com/"},
		Help: []provider.Link{
			{
				URL:  "https://mail.sohu.com/fe/#/help",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "help"},
					{Lang: "zh", Words: "帮助"},
				},
			},
			{
				URL:  "https://laifa.xin/youxiang/105-souhu-sohuyouxiang-sohu-personal-email",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "third-party walk-through (laifaxin guide)"},
					{Lang: "zh", Words: "第三方教程（laifa.xin）"},
				},
			},
		},
		Quirks:     []string{"An optional IP whitelist shuts out mail programs on changing addresses (laifaxin guide)."},
		Confidence: "high",
		Origin:     "sohu.yaml",
	},
	{
		ID: "soverin",
		Name: provider.Text{
			{Lang: "en", Words: "Soverin"},
		},
		Kind:    "hosting",
		Domains: []string{"soverin.net"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "soverin.net"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.soverin.net", Port: 993, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.soverin.net", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Access: "on",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "As far as is known, nothing needs to be switched on; sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "据现有资料无需另行开启，用完整邮箱地址和邮箱密码登录即可"},
			},
		},
		Help: []provider.Link{
			{
				URL:  "https://soverin.nl/help/setup",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Confidence: "medium",
		Origin:     "soverin.yaml",
	},
	{
		ID: "spectrum",
		Name: provider.Text{
			{Lang: "en", Words: "Spectrum / Charter"},
		},
		Kind:    "isp",
		Domains: []string{"charter.net", "spectrum.net", "bresnan.net"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "mobile.charter.net", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "mobile.charter.net", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "mobile.charter.net", Port: 587, Security: "tls"},
			{Protocol: "smtp", Host: "mobile.charter.net", Port: 465, Security: "tls", Status: "unverified"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password, or app password with two-step verification"},
				{Lang: "zh", Words: "邮箱密码（开启两步验证后用应用专用密码）"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://www.spectrum.net/"},
		Help: []provider.Link{
			{
				URL:  "https://www.spectrum.net/support/internet/spectrum-email-server-settings/",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Quirks:     []string{"Implicit TLS on port 587 is an unusual pair, but ISPDB and FairEmail agree on it, and ISPDB says that it was tested."},
		Confidence: "high",
		Origin:     "spectrum.yaml",
	},
	{
		ID: "startmail",
		Name: provider.Text{
			{Lang: "en", Words: "StartMail"},
		},
		Kind:    "paid",
		Domains: []string{"startmail.com"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.startmail.com", Port: 993, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.startmail.com", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "app password"},
				{Lang: "zh", Words: "应用专用密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Create a device password (app password) for the mail program and use it instead of the login password: https://support.startmail.com/hc/en-us/articles/360006536217-Configure-a-trusted-device-IMAP-password"},
				{Lang: "zh", Words: "为邮件客户端生成应用专用密码，代替登录密码：https://support.startmail.com/hc/en-us/articles/360006536217-Configure-a-trusted-device-IMAP-password"},
			},
		},
		Webmail: []string{"https://www.startmail.com/"},
		Help: []provider.Link{
			{
				URL:  "https://support.startmail.com/hc/en-us/articles/360006596718-Server-addresses",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "startmail.yaml",
	},
	{
		ID: "strato",
		Name: provider.Text{
			{Lang: "en", Words: "STRATO"},
		},
		Kind:    "hosting",
		Domains: []string{"strato.de", "rzone.de"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "rzone.de"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.strato.de", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop3.strato.de", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.strato.de", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.strato.de", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Access: "on",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "As far as is known, nothing needs to be switched on; sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "据现有资料无需另行开启，用完整邮箱地址和邮箱密码登录即可"},
			},
		},
		Webmail: []string{"https://webmail.strato.de/"},
		Help: []provider.Link{
			{
				URL:  "https://www.strato.de/faq/mail/externes-e-mail-programm-mit-strato-e-mail-adresse-nutzen/",
				Lang: "de",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
			{
				URL:  "https://www.strato.com/faq/en_us/product/the-strato-email-server/",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "strato.yaml",
	},
	{
		ID: "sunrise-ch",
		Name: provider.Text{
			{Lang: "en", Words: "Sunrise"},
		},
		Kind:    "isp",
		Domains: []string{"sunrise.ch"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.sunrise.ch", Port: 993, Security: "tls"},
			{Protocol: "smtp", Host: "smtp2.sunrise.ch", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://mip.sunrise.ch/"},
		Help: []provider.Link{
			{
				URL:  "https://www.sunrise.ch/de/privatkunden/hilfe/nutzung-und-dienste/sunrise-mail.html",
				Lang: "de",
				Topic: provider.Text{
					{Lang: "en", Words: "help centre"},
					{Lang: "zh", Words: "帮助中心"},
				},
			},
		},
		Confidence: "medium",
		Origin:     "sunrise-ch.yaml",
	},
	{
		ID: "t-online",
		Name: provider.Text{
			{Lang: "en", Words: "T-Online / Magenta"},
		},
		Kind:    "isp",
		Domains: []string{"t-online.de", "magenta.de"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "secureimap.t-online.de", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "securepop.t-online.de", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "securesmtp.t-online.de", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "securesmtp.t-online.de", Port: 587, Security: "starttls"},
		},
		Services: []provider.Service{
			{Type: "caldav", URL: "https://spica.t-online.de/spica-calendar/", Status: "unverified"},
			{Type: "carddav", URL: "https://spica.t-online.de/spica-contacts/", Status: "unverified"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "e-mail password (not the login password)"},
				{Lang: "zh", Words: "邮件程序专用密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Set the separate password for mail programs in the customer centre (https://www.telekom.de/hilfe/apps-dienste/e-mail/programme/passwort-verwalten)"},
				{Lang: "zh", Words: "在客户中心设置邮件程序专用密码（https://www.telekom.de/hilfe/apps-dienste/e-mail/programme/passwort-verwalten）"},
			},
		},
		Webmail: []string{"https://email.t-online.de/"},
		Help: []provider.Link{
			{
				URL:  "https://www.telekom.de/hilfe/apps-dienste/e-mail/einstellungen/posteingang-postausgang-server",
				Lang: "de",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "t-online.yaml",
	},
	{
		ID: "talktalk",
		Name: provider.Text{
			{Lang: "en", Words: "TalkTalk"},
		},
		Kind:    "isp",
		Domains: []string{"talktalk.net", "tiscali.co.uk", "lineone.net", "pipex.com", "onetel.com", "onetel.net", "tinyworld.co.uk", "worldonline.co.uk", "screaming.net", "homechoice.co.uk", "ukgateway.net", "toucansurf.com", "telco4u.net"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "mail.talktalk.net", Port: 993, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.talktalk.net", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://mail.talktalk.co.uk/"},
		Help: []provider.Link{
			{
				URL:  "https://community.talktalk.co.uk/t5/Articles/Email-settings-IMAP-amp-POP3/ta-p/2204399",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Confidence: "medium",
		Origin:     "talktalk.yaml",
	},
	{
		ID: "telefonica",
		Name: provider.Text{
			{Lang: "en", Words: "Movistar / Telefónica Spain"},
		},
		Short: provider.Text{
			{Lang: "en", Words: "Movistar"},
		},
		Kind:    "isp",
		Domains: []string{"telefonica.net", "movistar.es"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.movistar.es", Port: 993, Security: "tls", Status: "unverified"},
			{Protocol: "imap", Host: "imap.telefonica.net", Port: 993, Security: "tls", Status: "unverified"},
			{Protocol: "smtp", Host: "smtp.movistar.es", Port: 465, Security: "tls", Status: "unverified"},
			{Protocol: "smtp", Host: "smtp.telefonica.net", Port: 587, Security: "starttls", Status: "unverified"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail:    []string{"https://correo.movistar.es/"},
		Confidence: "low",
		Origin:     "telefonica.yaml",
	},
	{
		ID: "telenet",
		Name: provider.Text{
			{Lang: "en", Words: "Telenet"},
		},
		Kind:    "isp",
		Domains: []string{"telenet.be", "pandora.be"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.telenet.be", Port: 993, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.telenet.be", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://webmail.telenet.be/"},
		Help: []provider.Link{
			{
				URL:  "https://www2.telenet.be/nl/klantenservice/e-mails-versturen/",
				Lang: "nl",
				Topic: provider.Text{
					{Lang: "en", Words: "sending mail"},
					{Lang: "zh", Words: "发送邮件"},
				},
			},
		},
		Confidence: "high",
		Origin:     "telenet.yaml",
	},
	{
		ID: "telstra",
		Name: provider.Text{
			{Lang: "en", Words: "Telstra / BigPond"},
		},
		Kind:    "isp",
		Domains: []string{"bigpond.com", "bigpond.net.au", "bigpond.net", "telstra.com"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.telstra.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.telstra.com", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.telstra.com", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://email.telstra.com/"},
		Help: []provider.Link{
			{
				URL:  "https://www.telstra.com.au/support/category/email/telstra-mail/recommended-email-settings-for-telstra-mail",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "telstra.yaml",
	},
	{
		ID: "tencent-exmail",
		Name: provider.Text{
			{Lang: "en", Words: "Tencent Exmail (WeCom mail)"},
			{Lang: "zh", Words: "腾讯企业邮箱"},
		},
		Short: provider.Text{
			{Lang: "en", Words: "Exmail"},
			{Lang: "zh", Words: "腾讯企业邮"},
		},
		Operator: provider.Text{
			{Lang: "en", Words: "Tencent"},
			{Lang: "zh", Words: "腾讯"},
		},
		Kind:    "enterprise",
		Domains: []string{"exmail.qq.com"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "mxbiz1.qq.com"},
			{Suffix: "mxbiz2.qq.com"},
			{Suffix: "exmail.qq.com"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.exmail.qq.com", Port: 993, Security: "tls"},
			{Protocol: "imap", Host: "hwimap.exmail.qq.com", Port: 993, Security: "tls", Region: "overseas"},
			{Protocol: "pop3", Host: "pop.exmail.qq.com", Port: 995, Security: "tls"},
			{Protocol: "pop3", Host: "hwpop.exmail.qq.com", Port: 995, Security: "tls", Region: "overseas"},
			{Protocol: "smtp", Host: "smtp.exmail.qq.com", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "hwsmtp.exmail.qq.com", Port: 465, Security: "tls", Region: "overseas"},
			{Protocol: "smtp", Host: "smtp.exmail.qq.com", Port: 587, Security: "starttls"},
		},
		Services: []provider.Service{
			{Type: "activesync", URL: "https://ex.exmail.qq.com/Microsoft-Server-ActiveSync", Status: "unverified"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "client-specific password"},
				{Lang: "zh", Words: "客户端专用密码"},
			},
			Length: 16,
			Where: provider.Text{
				{Lang: "en", Words: "web mail > Settings > Mailbox binding, once secure login is on"},
				{Lang: "zh", Words: "网页邮箱「设置」→「邮箱绑定」，开启「安全登录」之后"},
			},
			WebPassword: "unknown",
		},
		Access: "admin",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Administrator: in the WeCom console open Collaboration > Mail > Security > Client access and add the member to the Exchange/IMAP/SMTP range"},
				{Lang: "zh", Words: "管理员：企业微信后台 →「协作」→「邮件」→「安全管理」→「客户端访问限制」，把成员加入 Exchange/IMAP/SMTP 服务范围"},
			},
			{
				{Lang: "en", Words: "Member: in the web mail open Settings > Send and receive and tick IMAP/SMTP service"},
				{Lang: "zh", Words: "成员：网页邮箱「设置」→「收发信设置」，勾选「开启IMAP/SMTP服务」"},
			},
			{
				{Lang: "en", Words: "Member: in Settings > Mailbox binding switch secure login on and create a client password"},
				{Lang: "zh", Words: "成员：「设置」→「邮箱绑定」，开启「安全登录」，生成客户端专用密码"},
			},
			{
				{Lang: "en", Words: "Sign in with the full address and that password"},
				{Lang: "zh", Words: "用完整地址和专用密码登录"},
			},
		},
		Webmail: []string{"https://exmail.qq.com/login"},
		Help: []provider.Link{
			{
				URL:  "https://open.work.weixin.qq.com/help2/pc/19886",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "mail program set-up"},
					{Lang: "zh", Words: "客户端设置"},
				},
			},
			{
				URL:  "https://laifa.xin/youxiang/205-tengxun-qiyeyouxiang-tencent-enterprise-mailbox",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "third-party walk-through (laifaxin guide)"},
					{Lang: "zh", Words: "第三方教程（laifa.xin）"},
				},
			},
		},
		Quirks:     []string{"Mail sent by a mail program is not kept in the web Sent folder unless a setting is on (Go presets).", "Only the last 30 days are synchronised by default (Go presets).", "The Xinchuang edition has its own hosts: xcimap.exmail.qq.com and xcsmtp.exmail.qq.com (Go presets)."},
		Confidence: "high",
		Origin:     "tencent-exmail.yaml",
	},
	{
		ID: "terra-br",
		Name: provider.Text{
			{Lang: "en", Words: "Terra Brazil"},
		},
		Kind:    "free",
		Domains: []string{"terra.com.br", "terra.com"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.terra.com.br", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop3.terra.com.br", Port: 995, Security: "tls", Status: "unverified"},
			{Protocol: "smtp", Host: "smtp.terra.com.br", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail:    []string{"https://mail.terra.com.br/"},
		Confidence: "medium",
		Origin:     "terra-br.yaml",
	},
	{
		ID: "terra-es",
		Name: provider.Text{
			{Lang: "en", Words: "Terra Spain"},
		},
		Kind:      "free",
		Lifecycle: "closed",
		Domains:   []string{"terra.es"},
		Unsupported: provider.Text{
			{Lang: "en", Words: "The mail service of Terra Spain is believed to be closed."},
			{Lang: "zh", Words: "Terra 西班牙的邮箱服务据信已经关闭。"},
		},
		Confidence: "low",
		Origin:     "terra-es.yaml",
	},
	{
		ID: "thundermail",
		Name: provider.Text{
			{Lang: "en", Words: "Thundermail"},
		},
		Kind:    "paid",
		Domains: []string{"thundermail.com", "tb.pro"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "mail.thundermail.com", Port: 993, Security: "tls"},
			{Protocol: "smtp", Host: "mail.thundermail.com", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"oauth2", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "app password"},
				{Lang: "zh", Words: "应用专用密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Create an app password and use it in the mail program instead of the login password"},
				{Lang: "zh", Words: "生成应用专用密码，在邮件客户端中代替登录密码"},
			},
		},
		OAuth2: provider.OAuth2{
			Issuer:   "auth.tb.pro",
			AuthURL:  "https://auth.tb.pro/realms/tbpro/protocol/openid-connect/auth",
			TokenURL: "https://auth.tb.pro/realms/tbpro/protocol/openid-connect/token",
			Scopes:   []string{"openid", "profile", "email", "offline_access"},
			PKCE:     true,
		},
		Confidence: "medium",
		Origin:     "thundermail.yaml",
	},
	{
		ID: "tim",
		Name: provider.Text{
			{Lang: "en", Words: "TIM Mail"},
		},
		Kind:    "isp",
		Domains: []string{"tim.it"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.tim.it", Port: 143, Security: "starttls"},
			{Protocol: "pop3", Host: "pop.tim.it", Port: 110, Security: "starttls"},
			{Protocol: "smtp", Host: "smtp.tim.it", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password, or app password with two-step verification"},
				{Lang: "zh", Words: "邮箱密码（开启两步验证后用应用专用密码）"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://mail.tim.it/"},
		Help: []provider.Link{
			{
				URL:  "https://www.tim.it/assistenza/assistenza-tecnica/mail/configurazione/protocolli-posta",
				Lang: "it",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "tim.yaml",
	},
	{
		ID: "tin-it",
		Name: provider.Text{
			{Lang: "en", Words: "Tin.it (TIM)"},
		},
		Kind:    "isp",
		Domains: []string{"tin.it"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imaps.tin.it", Port: 143, Security: "starttls"},
			{Protocol: "smtp", Host: "smtps.tin.it", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password, or app password with two-step verification"},
				{Lang: "zh", Words: "邮箱密码（开启两步验证后用应用专用密码）"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://mail.tim.it/"},
		Help: []provider.Link{
			{
				URL:  "https://www.tim.it/assistenza/assistenza-tecnica/mail/configurazione/protocolli-posta",
				Lang: "it",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Confidence: "medium",
		Origin:     "tin-it.yaml",
	},
	{
		ID: "tiscali-it",
		Name: provider.Text{
			{Lang: "en", Words: "Tiscali Italy"},
		},
		Kind:    "isp",
		Domains: []string{"tiscali.it"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.tiscali.it", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.tiscali.it", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.tiscali.it", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://mail.tiscali.it/"},
		Help: []provider.Link{
			{
				URL:  "https://assistenza.tiscali.it/servizi/guida/posta-elettronica/",
				Lang: "it",
				Topic: provider.Text{
					{Lang: "en", Words: "help centre"},
					{Lang: "zh", Words: "帮助中心"},
				},
			},
		},
		Quirks:     []string{"ISPDB marks sending as limited to the provider's own network (client-IP restriction) and asks for encrypted-password authentication."},
		Confidence: "high",
		Origin:     "tiscali-it.yaml",
	},
	{
		ID: "titan",
		Name: provider.Text{
			{Lang: "en", Words: "Titan Email"},
		},
		Kind:    "hosting",
		Domains: []string{"titan.email"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "titan.email"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.titan.email", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.titan.email", Port: 995, Security: "tls", Status: "unverified"},
			{Protocol: "smtp", Host: "smtp.titan.email", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.titan.email", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to the web mail and switch third-party app access on in the settings (https://app.titan.email/)"},
				{Lang: "zh", Words: "登录网页邮箱，在设置中允许第三方应用访问（https://app.titan.email/）"},
			},
		},
		Webmail:    []string{"https://app.titan.email/"},
		Confidence: "medium",
		Origin:     "titan.yaml",
	},
	{
		ID: "tom",
		Name: provider.Text{
			{Lang: "en", Words: "TOM Mail"},
			{Lang: "zh", Words: "TOM邮箱"},
		},
		Operator: provider.Text{
			{Lang: "en", Words: "TOM Online"},
			{Lang: "zh", Words: "TOM在线"},
		},
		Kind:             "free",
		Domains:          []string{"tom.com", "vip.tom.com", "163vip.com"},
		UncheckedDomains: []string{"163.net"},
		MX: []provider.MXSuffix{
			{Suffix: "tommx1.tom.com"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.tom.com", Port: 993, Security: "tls"},
			{
				Protocol: "imap",
				Host:     "imap.163.net",
				Port:     993,
				Security: "tls",
				Domains:  []string{"163.net"},
				Status:   "unverified",
			},
			{Protocol: "pop3", Host: "pop.tom.com", Port: 995, Security: "tls"},
			{
				Protocol: "pop3",
				Host:     "pop.163.net",
				Port:     995,
				Security: "tls",
				Domains:  []string{"163.net"},
				Status:   "unverified",
			},
			{Protocol: "smtp", Host: "smtp.tom.com", Port: 465, Security: "tls"},
			{
				Protocol: "smtp",
				Host:     "smtp.163.net",
				Port:     465,
				Security: "tls",
				Domains:  []string{"163.net"},
				Status:   "unverified",
			},
			{Protocol: "pop3", Host: "pop.tom.com", Port: 110, Security: "none"},
			{Protocol: "smtp", Host: "smtp.tom.com", Port: 25, Security: "none"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password", "authorization-code"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password or client authorization code"},
				{Lang: "zh", Words: "邮箱密码或客户端授权码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to TOM Mail on the web and check in Settings that POP3, IMAP and SMTP are on"},
				{Lang: "zh", Words: "登录 TOM 邮箱网页版，在设置中确认已开启 POP3/IMAP/SMTP"},
			},
		},
		Webmail: []string{"https://mail.tom.com/"},
		Help: []provider.Link{
			{
				URL:  "https://help.tom.com/freemail/3421485459.html?col_index=16",
				Lang: "zh",
				Topic: provider.Text{
					{Lang: "en", Words: "mail program set-up"},
					{Lang: "zh", Words: "客户端设置"},
				},
			},
		},
		Confidence: "medium",
		Origin:     "tom.yaml",
	},
	{
		ID: "tpg",
		Name: provider.Text{
			{Lang: "en", Words: "TPG"},
		},
		Kind:    "isp",
		Domains: []string{"tpg.com.au"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "mail.tpg.com.au", Port: 993, Security: "tls"},
			{Protocol: "smtp", Host: "mail.tpg.com.au", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Help: []provider.Link{
			{
				URL:  "https://support.tpg.com.au/email-settings",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Quirks:     []string{"The mail of TPG is believed to have been handed to The Messaging Company in 2023."},
		Confidence: "medium",
		Origin:     "tpg.yaml",
	},
	{
		ID: "tuta",
		Name: provider.Text{
			{Lang: "en", Words: "Tuta"},
		},
		Kind:    "free",
		Domains: []string{"tutanota.com", "tutanota.de", "tutamail.com", "tuta.com", "tuta.io", "keemail.me"},
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"none"},
		},
		Unsupported: provider.Text{
			{Lang: "en", Words: "Tuta offers no IMAP, POP3 or SMTP. Use its own apps or the web mail."},
			{Lang: "zh", Words: "Tuta 不提供 IMAP、POP3 或 SMTP，只能使用官方客户端或网页邮箱。"},
		},
		Webmail:    []string{"https://app.tuta.com/"},
		Quirks:     []string{"Answer that it is not supported; never guess servers."},
		Confidence: "high",
		Origin:     "tuta.yaml",
	},
	{
		ID: "twc",
		Name: provider.Text{
			{Lang: "en", Words: "Time Warner / Road Runner"},
		},
		Short: provider.Text{
			{Lang: "en", Words: "Road Runner"},
		},
		Kind:    "isp",
		Domains: []string{"rr.com", "*.rr.com", "twc.com", "roadrunner.com"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "mail.twc.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "mail.twc.com", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "mail.twc.com", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password, or app password with two-step verification"},
				{Lang: "zh", Words: "邮箱密码（开启两步验证后用应用专用密码）"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://webmail.spectrum.net/"},
		Help: []provider.Link{
			{
				URL:  "https://www.spectrum.net/support/internet/spectrum-email-server-settings/",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "twc.yaml",
	},
	{
		ID: "ukr-net",
		Name: provider.Text{
			{Lang: "en", Words: "Ukr.net"},
		},
		Kind:    "free",
		Domains: []string{"ukr.net"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.ukr.net", Port: 993, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.ukr.net", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "app password"},
				{Lang: "zh", Words: "应用专用密码"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to the web mail and switch IMAP on in the settings (https://mail.ukr.net/)"},
				{Lang: "zh", Words: "登录网页邮箱，在设置中开启 IMAP（https://mail.ukr.net/）"},
			},
			{
				{Lang: "en", Words: "Create an app password and use it in the mail program instead of the login password"},
				{Lang: "zh", Words: "生成应用专用密码，在邮件客户端中代替登录密码"},
			},
		},
		Webmail:    []string{"https://mail.ukr.net/"},
		Confidence: "high",
		Origin:     "ukr-net.yaml",
	},
	{
		ID: "uol",
		Name: provider.Text{
			{Lang: "en", Words: "UOL"},
		},
		Kind:    "free",
		Domains: []string{"uol.com.br"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.uol.com.br", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop3.uol.com.br", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtps.uol.com.br", Port: 587, Security: "starttls"},
			{Protocol: "smtp", Host: "smtps.uol.com.br", Port: 465, Security: "tls", Status: "unverified"},
		},
		Username: "{localpart}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to the web mail and switch IMAP on in the settings (http://bmail.uol.com.br/configuration/imap_access_config)"},
				{Lang: "zh", Words: "登录网页邮箱，在设置中开启 IMAP（http://bmail.uol.com.br/configuration/imap_access_config）"},
			},
		},
		Webmail: []string{"https://email.uol.com.br/"},
		Help: []provider.Link{
			{
				URL:  "https://sac.uol.com.br/info/primeiros_passos/config_mozillathunderbird.jhtm",
				Lang: "pt",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "uol.yaml",
	},
	{
		ID: "verizon",
		Name: provider.Text{
			{Lang: "en", Words: "Verizon (served by AOL)"},
		},
		Short: provider.Text{
			{Lang: "en", Words: "Verizon"},
		},
		Kind:      "isp",
		Lifecycle: "moved",
		Domains:   []string{"verizon.net"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.aol.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.aol.com", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.aol.com", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.verizon.net", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"oauth2", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "app password"},
				{Lang: "zh", Words: "应用专用密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Create an app password (https://login.aol.com/myaccount/security/app-password) and use it in the mail program instead of the login password"},
				{Lang: "zh", Words: "生成应用专用密码（https://login.aol.com/myaccount/security/app-password），在邮件客户端中代替登录密码"},
			},
		},
		OAuth2: provider.OAuth2{
			Issuer:   "login.aol.com",
			AuthURL:  "https://api.login.aol.com/oauth2/request_auth",
			TokenURL: "https://api.login.aol.com/oauth2/get_token",
			Scopes:   []string{"mail-w"},
			PKCE:     true,
		},
		Webmail: []string{"https://mail.aol.com/"},
		Help: []provider.Link{
			{
				URL:  "https://help.aol.com/articles/how-do-i-set-up-other-email-applications-to-send-and-receive-my-verizon-net-mail",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "verizon.yaml",
	},
	{
		ID: "virgilio",
		Name: provider.Text{
			{Lang: "en", Words: "Virgilio"},
		},
		Kind:    "free",
		Domains: []string{"virgilio.it"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "in.virgilio.it", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "in.virgilio.it", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "out.virgilio.it", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://mail.virgilio.it/"},
		Help: []provider.Link{
			{
				URL:  "https://aiuto.virgilio.it/articolo/mail/configurare-virgilio-mail-con-client-di-posta-imap-e-smtp/",
				Lang: "it",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "virgilio.yaml",
	},
	{
		ID: "virgin-net",
		Name: provider.Text{
			{Lang: "en", Words: "Virgin.net (Virgin Media)"},
		},
		Short: provider.Text{
			{Lang: "en", Words: "Virgin.net"},
		},
		Kind:    "isp",
		Domains: []string{"virgin.net"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap4.virgin.net", Port: 993, Security: "tls"},
			{Protocol: "imap", Host: "imap.virginmedia.com", Port: 993, Security: "tls", Status: "unverified"},
			{Protocol: "pop3", Host: "pop.virgin.net", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.virgin.net", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.virginmedia.com", Port: 465, Security: "tls", Status: "unverified"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "app password"},
				{Lang: "zh", Words: "应用专用密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Create an app password and use it in the mail program instead of the login password"},
				{Lang: "zh", Words: "生成应用专用密码，在邮件客户端中代替登录密码"},
			},
		},
		Confidence: "high",
		Origin:     "virgin-net.yaml",
	},
	{
		ID: "virginmedia",
		Name: provider.Text{
			{Lang: "en", Words: "Virgin Media"},
		},
		Kind:    "isp",
		Domains: []string{"virginmedia.com", "virgin.com"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.virginmedia.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop3.virginmedia.com", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.virginmedia.com", Port: 465, Security: "tls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "app password"},
				{Lang: "zh", Words: "应用专用密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Create an app password and use it in the mail program instead of the login password"},
				{Lang: "zh", Words: "生成应用专用密码，在邮件客户端中代替登录密码"},
			},
		},
		Webmail: []string{"https://mail.virginmedia.com/"},
		Help: []provider.Link{
			{
				URL:  "https://www.virginmedia.com/help/broadband/manage-email-account",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "managing the mail account"},
					{Lang: "zh", Words: "管理邮箱账户"},
				},
			},
		},
		Confidence: "high",
		Origin:     "virginmedia.yaml",
	},
	{
		ID: "vodafone-de",
		Name: provider.Text{
			{Lang: "en", Words: "Vodafone Germany / Arcor"},
		},
		Short: provider.Text{
			{Lang: "en", Words: "Vodafone"},
		},
		Kind:    "isp",
		Domains: []string{"vodafonemail.de", "vodafone.de", "arcor.de", "kabelmail.de", "unity-mail.de", "nexgo.de"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.vodafonemail.de", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop3.vodafonemail.de", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.vodafonemail.de", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.vodafonemail.de", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password, or app password with two-step verification"},
				{Lang: "zh", Words: "邮箱密码（开启两步验证后用应用专用密码）"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://www.vodafone.de/email/"},
		Help: []provider.Link{
			{
				URL:  "https://www.vodafone.de/hilfe/vodafone-e-mail-cloud.html",
				Lang: "de",
				Topic: provider.Text{
					{Lang: "en", Words: "help centre"},
					{Lang: "zh", Words: "帮助中心"},
				},
			},
		},
		Confidence: "high",
		Origin:     "vodafone-de.yaml",
	},
	{
		ID: "web-de",
		Name: provider.Text{
			{Lang: "en", Words: "WEB.DE"},
		},
		Kind:    "free",
		Domains: []string{"web.de", "email.de"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.web.de", Port: 993, Security: "tls"},
			{Protocol: "imap", Host: "imap.web.de", Port: 143, Security: "starttls"},
			{Protocol: "pop3", Host: "pop3.web.de", Port: 995, Security: "tls"},
			{Protocol: "pop3", Host: "pop3.web.de", Port: 110, Security: "starttls"},
			{Protocol: "smtp", Host: "smtp.web.de", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.web.de", Port: 587, Security: "starttls"},
		},
		Services: []provider.Service{
			{Type: "caldav", URL: "https://caldav.web.de/", Status: "unverified"},
			{Type: "carddav", URL: "https://carddav.web.de/", Status: "unverified"},
		},
		Username: "{localpart}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password, or app password with two-step verification"},
				{Lang: "zh", Words: "邮箱密码（开启两步验证后用应用专用密码）"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to the web mail and switch POP3 and IMAP on in the settings (see https://hilfe.web.de/pop-imap/einschalten.html)"},
				{Lang: "zh", Words: "登录网页邮箱，在设置中开启 POP3/IMAP（参见 https://hilfe.web.de/pop-imap/einschalten.html）"},
			},
			{
				{Lang: "en", Words: "If two-step verification is on, also create an app password and use it instead of the mailbox password"},
				{Lang: "zh", Words: "若已开启两步验证，再生成应用专用密码，代替邮箱密码"},
			},
		},
		Webmail: []string{"https://web.de/"},
		Help: []provider.Link{
			{
				URL:  "https://hilfe.web.de/pop-imap/imap/imap-serverdaten.html",
				Lang: "de",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
			{
				URL:  "https://hilfe.web.de/sicherheit/2fa/anwendungsspezifisches-passwort.html",
				Lang: "de",
				Topic: provider.Text{
					{Lang: "en", Words: "app passwords"},
					{Lang: "zh", Words: "应用专用密码"},
				},
			},
		},
		Confidence: "high",
		Origin:     "web-de.yaml",
	},
	{
		ID: "wp-pl",
		Name: provider.Text{
			{Lang: "en", Words: "WP Poczta"},
		},
		Kind:    "free",
		Domains: []string{"wp.pl"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.wp.pl", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop3.wp.pl", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.wp.pl", Port: 465, Security: "tls"},
		},
		Username: "{localpart}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password, or app password with two-step verification"},
				{Lang: "zh", Words: "邮箱密码（开启两步验证后用应用专用密码）"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to the web mail and switch POP3 and IMAP on in the settings (see https://pomoc.wp.pl/jak-skonfigurowac-program-pocztowy)"},
				{Lang: "zh", Words: "登录网页邮箱，在设置中开启 POP3/IMAP（参见 https://pomoc.wp.pl/jak-skonfigurowac-program-pocztowy）"},
			},
			{
				{Lang: "en", Words: "If two-step verification is on, also create an app password and use it instead of the mailbox password"},
				{Lang: "zh", Words: "若已开启两步验证，再生成应用专用密码，代替邮箱密码"},
			},
		},
		Webmail: []string{"https://poczta.wp.pl/"},
		Help: []provider.Link{
			{
				URL:  "https://pomoc.wp.pl/jak-skonfigurowac-program-pocztowy",
				Lang: "pl",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "wp-pl.yaml",
	},
	{
		ID: "xtra",
		Name: provider.Text{
			{Lang: "en", Words: "Spark Xtra"},
		},
		Kind:    "isp",
		Domains: []string{"xtra.co.nz"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.xtra.co.nz", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop3.xtra.co.nz", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "send.xtra.co.nz", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "send.xtra.co.nz", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://www.xtramail.co.nz/"},
		Help: []provider.Link{
			{
				URL:  "https://www.spark.co.nz/help/get-more/xtra/xtra-mail-setup/",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "xtra.yaml",
	},
	{
		ID: "yahoo-jp",
		Name: provider.Text{
			{Lang: "en", Words: "Yahoo! JAPAN Mail"},
			{Lang: "ja", Words: "Yahoo!メール"},
		},
		Kind:    "free",
		Domains: []string{"yahoo.co.jp", "ymail.ne.jp"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.mail.yahoo.co.jp", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.mail.yahoo.co.jp", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.mail.yahoo.co.jp", Port: 465, Security: "tls"},
		},
		Username: "{localpart}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in at https://mail.yahoo.co.jp/ and allow access under IMAP/POP/SMTPアクセス in the settings"},
				{Lang: "zh", Words: "登录 https://mail.yahoo.co.jp/，在设置的「IMAP/POP/SMTPアクセス」中允许访问"},
			},
		},
		Webmail: []string{"https://mail.yahoo.co.jp/"},
		Help: []provider.Link{
			{
				URL:  "https://support.yahoo-net.jp/PccMail/s/article/H000007321",
				Lang: "ja",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "yahoo-jp.yaml",
	},
	{
		ID: "yahoo",
		Name: provider.Text{
			{Lang: "en", Words: "Yahoo Mail"},
			{Lang: "zh", Words: "雅虎邮箱"},
		},
		Kind:    "free",
		Domains: []string{"yahoo.com", "ymail.com", "rocketmail.com", "myyahoo.com", "y7mail.com", "yahoo.ca", "yahoo.de", "yahoo.it", "yahoo.fr", "yahoo.es", "yahoo.se", "yahoo.ie", "yahoo.gr", "yahoo.dk", "yahoo.no", "yahoo.pl", "yahoo.ro", "yahoo.in", "yahoo.co.in", "yahoo.co.uk", "yahoo.co.nz", "yahoo.co.id", "yahoo.co.il", "yahoo.co.th", "yahoo.co.za", "yahoo.com.ar", "yahoo.com.au", "yahoo.com.br", "yahoo.com.co", "yahoo.com.hk", "yahoo.com.hr", "yahoo.com.mx", "yahoo.com.my", "yahoo.com.pe", "yahoo.com.ph", "yahoo.com.sg", "yahoo.com.tr", "yahoo.com.tw", "yahoo.com.ua", "yahoo.com.ve", "yahoo.com.vn"},
		MX: []provider.MXSuffix{
			{Suffix: "yahoodns.net"},
			{Suffix: "am0.yahoodns.net"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.mail.yahoo.com", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.mail.yahoo.com", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.mail.yahoo.com", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.mail.yahoo.com", Port: 587, Security: "starttls", Status: "unverified"},
		},
		Services: []provider.Service{
			{Type: "caldav", URL: "https://caldav.calendar.yahoo.com/dav/"},
			{Type: "carddav", URL: "https://carddav.address.yahoo.com/dav/"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"oauth2", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "app password"},
				{Lang: "zh", Words: "应用专用密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Create an app password (https://login.yahoo.com/account/security) and use it in the mail program instead of the login password"},
				{Lang: "zh", Words: "生成应用专用密码（https://login.yahoo.com/account/security），在邮件客户端中代替登录密码"},
			},
		},
		OAuth2: provider.OAuth2{
			Issuer:    "login.yahoo.com",
			AuthURL:   "https://api.login.yahoo.com/oauth2/request_auth",
			TokenURL:  "https://api.login.yahoo.com/oauth2/get_token",
			Scopes:    []string{"mail-w"},
			DAVScopes: []string{"ycal-w", "sdct-w"},
			PKCE:      true,
			Note:      "The mail scope is given to approved partners only (Go presets).",
		},
		Webmail: []string{"https://mail.yahoo.com/"},
		Help: []provider.Link{
			{
				URL:  "https://help.yahoo.com/kb/new-mail-for-desktop/imap-server-settings-yahoo-mail-sln4075.html",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
			{
				URL:  "https://help.yahoo.com/kb/SLN4724.html",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "POP access"},
					{Lang: "zh", Words: "POP 访问"},
				},
			},
			{
				URL:  "https://my.help.yahoo.com/kb/mail/generate-third-party-passwords-sln15241.html",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "app passwords"},
					{Lang: "zh", Words: "应用专用密码"},
				},
			},
		},
		Quirks:     []string{"Visitors from mainland China are sent to a page that says the service is closed (Go presets); yahoo.cn and yahoo.com.cn are believed closed since 2013."},
		Confidence: "high",
		Origin:     "yahoo.yaml",
	},
	{
		ID: "yandex",
		Name: provider.Text{
			{Lang: "en", Words: "Yandex Mail"},
			{Lang: "zh", Words: "Yandex 邮箱"},
		},
		Kind:    "free",
		Domains: []string{"yandex.ru", "yandex.com", "yandex.net", "yandex.by", "yandex.kz", "yandex.ua", "yandex.uz", "yandex.fr", "yandex.com.tr", "ya.ru", "narod.ru"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "mx.yandex.net"},
			{Suffix: "mx.yandex.ru"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.yandex.com", Port: 993, Security: "tls"},
			{Protocol: "imap", Host: "imap.yandex.ru", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.yandex.com", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.yandex.com", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.yandex.ru", Port: 465, Security: "tls"},
		},
		Services: []provider.Service{
			{Type: "caldav", URL: "https://caldav.yandex.ru/", Status: "unverified"},
			{Type: "carddav", URL: "https://carddav.yandex.ru/", Status: "unverified"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"oauth2", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "app password"},
				{Lang: "zh", Words: "应用专用密码"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to the web mail and switch IMAP (or POP3) on in the settings (https://mail.yandex.com/#setup/client)"},
				{Lang: "zh", Words: "登录网页邮箱，在设置中开启 IMAP（或 POP3）（https://mail.yandex.com/#setup/client）"},
			},
			{
				{Lang: "en", Words: "Sign in with Yandex (OAuth2), or create an app password and use it in the mail program instead of the login password"},
				{Lang: "zh", Words: "使用 Yandex 登录（OAuth2），或生成应用专用密码，在邮件客户端中代替登录密码"},
			},
		},
		OAuth2: provider.OAuth2{
			Issuer:   "oauth.yandex.com",
			AuthURL:  "https://oauth.yandex.com/authorize",
			TokenURL: "https://oauth.yandex.com/token",
			Scopes:   []string{"mail:imap_full", "mail:smtp"},
		},
		Webmail: []string{"https://mail.yandex.com/"},
		Help: []provider.Link{
			{
				URL:  "https://yandex.com/support/mail/mail-clients/others.html",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "setting up a mail program"},
					{Lang: "zh", Words: "邮件客户端设置"},
				},
			},
			{
				URL:  "https://id.yandex.com/security/app-passwords",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "app passwords"},
					{Lang: "zh", Words: "应用专用密码"},
				},
			},
		},
		Confidence: "high",
		Origin:     "yandex.yaml",
	},
	{
		ID: "ybb",
		Name: provider.Text{
			{Lang: "en", Words: "Yahoo! BB"},
		},
		Kind:    "isp",
		Domains: []string{"ybb.ne.jp"},
		Servers: []provider.Server{
			{Protocol: "pop3", Host: "ybbpop.mail.yahoo.co.jp", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "ybbsmtp.mail.yahoo.co.jp", Port: 465, Security: "tls"},
		},
		Username: "{localpart}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the part of the address before the @ and the mailbox password"},
				{Lang: "zh", Words: "用邮箱地址 @ 前的部分和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Confidence: "high",
		Origin:     "ybb.yaml",
	},
	{
		ID: "ziggo",
		Name: provider.Text{
			{Lang: "en", Words: "Ziggo"},
		},
		Kind:    "isp",
		Domains: []string{"ziggo.nl", "ziggomail.com", "casema.nl", "zinders.nl", "zeggis.nl", "zeggis.com", "razcall.nl", "razcall.com", "upcmail.nl", "chello.nl", "multiweb.nl", "home.nl", "quicknet.nl", "hahah.nl", "a2000.nl"},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.ziggo.nl", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.ziggo.nl", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.ziggo.nl", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password"},
				{Lang: "zh", Words: "邮箱密码"},
			},
		},
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in with the full address and the mailbox password"},
				{Lang: "zh", Words: "用完整邮箱地址和邮箱密码登录"},
			},
			{
				{Lang: "en", Words: "If that fails, look in the web mail settings whether IMAP or POP3 must be switched on or an app password is needed"},
				{Lang: "zh", Words: "若登录失败，请在网页邮箱设置中查看是否需要开启 IMAP/POP3，或是否需要应用专用密码"},
			},
		},
		Webmail: []string{"https://webmail.ziggo.nl/"},
		Help: []provider.Link{
			{
				URL:  "https://www.ziggo.nl/klantenservice/internet/e-mail/serverinstellingen",
				Lang: "nl",
				Topic: provider.Text{
					{Lang: "en", Words: "server settings"},
					{Lang: "zh", Words: "服务器设置"},
				},
			},
		},
		Confidence: "high",
		Origin:     "ziggo.yaml",
	},
	{
		ID: "zoho-au",
		Name: provider.Text{
			{Lang: "en", Words: "Zoho Mail (Australia)"},
			{Lang: "zh", Words: "Zoho 邮箱"},
		},
		Short: provider.Text{
			{Lang: "en", Words: "Zoho Mail"},
			{Lang: "zh", Words: "Zoho 邮箱"},
		},
		Kind:    "enterprise",
		Domains: []string{"zoho.com.au", "zohomail.com.au"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "zoho.com.au"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.zoho.com.au", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.zoho.com.au", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.zoho.com.au", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.zoho.com.au", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password, or app password with two-step verification"},
				{Lang: "zh", Words: "邮箱密码（开启两步验证后用应用专用密码）"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to the web mail and switch IMAP (or POP) on in the settings (see https://www.zoho.com/mail/help/imap-access.html)"},
				{Lang: "zh", Words: "登录网页邮箱，在设置中开启 IMAP（或 POP）（参见 https://www.zoho.com/mail/help/imap-access.html）"},
			},
			{
				{Lang: "en", Words: "If two-step verification is on, also create an app password and use it instead of the mailbox password"},
				{Lang: "zh", Words: "若已开启两步验证，再生成应用专用密码，代替邮箱密码"},
			},
		},
		Webmail: []string{"https://mail.zoho.com.au/"},
		Help: []provider.Link{
			{
				URL:  "https://www.zoho.com/mail/help/imap-access.html",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "IMAP access"},
					{Lang: "zh", Words: "IMAP 访问"},
				},
			},
			{
				URL:  "https://www.zoho.com/mail/help/pop-access.html",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "POP access"},
					{Lang: "zh", Words: "POP 访问"},
				},
			},
		},
		Confidence: "high",
		Origin:     "zoho-au.yaml",
	},
	{
		ID: "zoho-ca",
		Name: provider.Text{
			{Lang: "en", Words: "Zoho Mail (Canada)"},
			{Lang: "zh", Words: "Zoho 邮箱"},
		},
		Kind:    "enterprise",
		Domains: []string{"zohocloud.ca", "zohomailcloud.ca"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "zohocloud.ca", Status: "unverified"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.zohocloud.ca", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.zohocloud.ca", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.zohocloud.ca", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.zohocloud.ca", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password, or app password with two-step verification"},
				{Lang: "zh", Words: "邮箱密码（开启两步验证后用应用专用密码）"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to the web mail and switch IMAP (or POP) on in the settings (see https://www.zoho.com/mail/help/imap-access.html)"},
				{Lang: "zh", Words: "登录网页邮箱，在设置中开启 IMAP（或 POP）（参见 https://www.zoho.com/mail/help/imap-access.html）"},
			},
			{
				{Lang: "en", Words: "If two-step verification is on, also create an app password and use it instead of the mailbox password"},
				{Lang: "zh", Words: "若已开启两步验证，再生成应用专用密码，代替邮箱密码"},
			},
		},
		Webmail: []string{"https://mail.zohocloud.ca/"},
		Help: []provider.Link{
			{
				URL:  "https://www.zoho.com/mail/help/imap-access.html",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "IMAP access"},
					{Lang: "zh", Words: "IMAP 访问"},
				},
			},
			{
				URL:  "https://www.zoho.com/mail/help/pop-access.html",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "POP access"},
					{Lang: "zh", Words: "POP 访问"},
				},
			},
		},
		Confidence: "medium",
		Origin:     "zoho-ca.yaml",
	},
	{
		ID: "zoho-cn",
		Name: provider.Text{
			{Lang: "en", Words: "Zoho Mail China"},
			{Lang: "zh", Words: "Zoho 邮箱中国区"},
		},
		Operator: provider.Text{
			{Lang: "en", Words: "Zoho"},
			{Lang: "zh", Words: "Zoho（卓豪）"},
		},
		Kind:    "enterprise",
		Domains: []string{"zoho.com.cn", "zohomail.cn"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "mx.zoho.com.cn"},
			{Suffix: "zoho.com.cn"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.zoho.com.cn", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.zoho.com.cn", Port: 995, Security: "tls", Status: "unverified"},
			{Protocol: "smtp", Host: "smtp.zoho.com.cn", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.zoho.com.cn", Port: 587, Security: "starttls", Status: "unverified"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "application-specific password"},
				{Lang: "zh", Words: "应用专用密码"},
			},
			WebPassword: "unknown",
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "In the mail settings open Mail Accounts and tick IMAP access"},
				{Lang: "zh", Words: "在邮箱设置 →「邮件账户」中勾选 IMAP 访问"},
			},
			{
				{Lang: "en", Words: "Create an application-specific password under account security"},
				{Lang: "zh", Words: "在账户安全里生成应用专用密码"},
			},
		},
		Webmail: []string{"https://mail.zoho.com.cn/"},
		Help: []provider.Link{
			{
				URL:  "https://www.zoho.com/mail/help/imap-access.html",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "IMAP access"},
					{Lang: "zh", Words: "IMAP 访问"},
				},
			},
		},
		Confidence: "medium",
		Origin:     "zoho-cn.yaml",
	},
	{
		ID: "zoho-com",
		Name: provider.Text{
			{Lang: "en", Words: "Zoho Mail (US)"},
			{Lang: "zh", Words: "Zoho 邮箱"},
		},
		Kind:    "enterprise",
		Domains: []string{"zoho.com", "zohomail.com"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "zoho.com"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.zoho.com", Port: 993, Security: "tls"},
			{Protocol: "imap", Host: "imappro.zoho.com", Port: 993, Security: "tls", Variant: "paid, own domain"},
			{Protocol: "pop3", Host: "pop.zoho.com", Port: 995, Security: "tls"},
			{Protocol: "pop3", Host: "poppro.zoho.com", Port: 995, Security: "tls", Variant: "paid, own domain", Status: "unverified"},
			{Protocol: "smtp", Host: "smtp.zoho.com", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.zoho.com", Port: 587, Security: "starttls"},
			{Protocol: "smtp", Host: "smtppro.zoho.com", Port: 465, Security: "tls", Variant: "paid, own domain"},
		},
		Services: []provider.Service{
			{Type: "caldav", URL: "https://calendar.zoho.com/"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password, or app password with two-step verification"},
				{Lang: "zh", Words: "邮箱密码（开启两步验证后用应用专用密码）"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to the web mail and switch IMAP (or POP) on in the settings (see https://www.zoho.com/mail/help/imap-access.html)"},
				{Lang: "zh", Words: "登录网页邮箱，在设置中开启 IMAP（或 POP）（参见 https://www.zoho.com/mail/help/imap-access.html）"},
			},
			{
				{Lang: "en", Words: "If two-step verification is on, also create an app password and use it instead of the mailbox password"},
				{Lang: "zh", Words: "若已开启两步验证，再生成应用专用密码，代替邮箱密码"},
			},
		},
		Webmail: []string{"https://mail.zoho.com/"},
		Help: []provider.Link{
			{
				URL:  "https://www.zoho.com/mail/help/imap-access.html",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "IMAP access"},
					{Lang: "zh", Words: "IMAP 访问"},
				},
			},
			{
				URL:  "https://www.zoho.com/mail/help/pop-access.html",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "POP access"},
					{Lang: "zh", Words: "POP 访问"},
				},
			},
		},
		Quirks:     []string{"The free plan may lack IMAP, POP and SMTP (laifaxin guide, Nami Mail).", "Paid accounts with their own domain may use the imappro, poppro and smtppro hosts."},
		Confidence: "high",
		Origin:     "zoho-com.yaml",
	},
	{
		ID: "zoho-eu",
		Name: provider.Text{
			{Lang: "en", Words: "Zoho Mail (Europe)"},
			{Lang: "zh", Words: "Zoho 邮箱"},
		},
		Kind:    "enterprise",
		Domains: []string{"zoho.eu", "zohomail.eu"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "zoho.eu"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.zoho.eu", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.zoho.eu", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.zoho.eu", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.zoho.eu", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password, or app password with two-step verification"},
				{Lang: "zh", Words: "邮箱密码（开启两步验证后用应用专用密码）"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to the web mail and switch IMAP (or POP) on in the settings (see https://www.zoho.com/mail/help/imap-access.html)"},
				{Lang: "zh", Words: "登录网页邮箱，在设置中开启 IMAP（或 POP）（参见 https://www.zoho.com/mail/help/imap-access.html）"},
			},
			{
				{Lang: "en", Words: "If two-step verification is on, also create an app password and use it instead of the mailbox password"},
				{Lang: "zh", Words: "若已开启两步验证，再生成应用专用密码，代替邮箱密码"},
			},
		},
		Webmail: []string{"https://mail.zoho.eu/"},
		Help: []provider.Link{
			{
				URL:  "https://www.zoho.com/mail/help/imap-access.html",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "IMAP access"},
					{Lang: "zh", Words: "IMAP 访问"},
				},
			},
			{
				URL:  "https://www.zoho.com/mail/help/pop-access.html",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "POP access"},
					{Lang: "zh", Words: "POP 访问"},
				},
			},
		},
		Confidence: "high",
		Origin:     "zoho-eu.yaml",
	},
	{
		ID: "zoho-in",
		Name: provider.Text{
			{Lang: "en", Words: "Zoho Mail (India)"},
			{Lang: "zh", Words: "Zoho 邮箱"},
		},
		Kind:    "enterprise",
		Domains: []string{"zoho.in", "zohomail.in"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "zoho.in"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.zoho.in", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.zoho.in", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.zoho.in", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.zoho.in", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password, or app password with two-step verification"},
				{Lang: "zh", Words: "邮箱密码（开启两步验证后用应用专用密码）"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to the web mail and switch IMAP (or POP) on in the settings (see https://www.zoho.com/mail/help/imap-access.html)"},
				{Lang: "zh", Words: "登录网页邮箱，在设置中开启 IMAP（或 POP）（参见 https://www.zoho.com/mail/help/imap-access.html）"},
			},
			{
				{Lang: "en", Words: "If two-step verification is on, also create an app password and use it instead of the mailbox password"},
				{Lang: "zh", Words: "若已开启两步验证，再生成应用专用密码，代替邮箱密码"},
			},
		},
		Webmail: []string{"https://mail.zoho.in/"},
		Help: []provider.Link{
			{
				URL:  "https://www.zoho.com/mail/help/imap-access.html",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "IMAP access"},
					{Lang: "zh", Words: "IMAP 访问"},
				},
			},
			{
				URL:  "https://www.zoho.com/mail/help/pop-access.html",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "POP access"},
					{Lang: "zh", Words: "POP 访问"},
				},
			},
		},
		Confidence: "medium",
		Origin:     "zoho-in.yaml",
	},
	{
		ID: "zoho-jp",
		Name: provider.Text{
			{Lang: "en", Words: "Zoho Mail (Japan)"},
			{Lang: "zh", Words: "Zoho 邮箱"},
		},
		Kind:    "enterprise",
		Domains: []string{"zoho.jp", "zohomail.jp"},
		Hosted:  true,
		MX: []provider.MXSuffix{
			{Suffix: "zoho.jp"},
		},
		Servers: []provider.Server{
			{Protocol: "imap", Host: "imap.zoho.jp", Port: 993, Security: "tls"},
			{Protocol: "pop3", Host: "pop.zoho.jp", Port: 995, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.zoho.jp", Port: 465, Security: "tls"},
			{Protocol: "smtp", Host: "smtp.zoho.jp", Port: 587, Security: "starttls"},
		},
		Username: "{address}",
		Secret: provider.Secret{
			Kinds: []provider.SecretKind{"password", "app-password"},
			Name: provider.Text{
				{Lang: "en", Words: "mailbox password, or app password with two-step verification"},
				{Lang: "zh", Words: "邮箱密码（开启两步验证后用应用专用密码）"},
			},
		},
		Access: "off",
		Setup: []provider.Text{
			{
				{Lang: "en", Words: "Sign in to the web mail and switch IMAP (or POP) on in the settings (see https://www.zoho.com/mail/help/imap-access.html)"},
				{Lang: "zh", Words: "登录网页邮箱，在设置中开启 IMAP（或 POP）（参见 https://www.zoho.com/mail/help/imap-access.html）"},
			},
			{
				{Lang: "en", Words: "If two-step verification is on, also create an app password and use it instead of the mailbox password"},
				{Lang: "zh", Words: "若已开启两步验证，再生成应用专用密码，代替邮箱密码"},
			},
		},
		Webmail: []string{"https://mail.zoho.jp/"},
		Help: []provider.Link{
			{
				URL:  "https://www.zoho.com/mail/help/imap-access.html",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "IMAP access"},
					{Lang: "zh", Words: "IMAP 访问"},
				},
			},
			{
				URL:  "https://www.zoho.com/mail/help/pop-access.html",
				Lang: "en",
				Topic: provider.Text{
					{Lang: "en", Words: "POP access"},
					{Lang: "zh", Words: "POP 访问"},
				},
			},
		},
		Confidence: "medium",
		Origin:     "zoho-jp.yaml",
	},
}
