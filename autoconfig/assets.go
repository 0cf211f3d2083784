package autoconfig

import (
	_ "embed"
	"net/http"

	"signpost/templates"
)

// openAPI describes every path of this server (OpenAPI 3.1).
//
//go:embed openapi.json
var openAPI []byte

// lookupSchema describes the JSON of the look-up (JSON Schema 2020-12).
//
//go:embed lookup.schema.json
var lookupSchema []byte

// assets are the documents that are the same for every request: path → document.
func assets(texts *templates.Catalog) map[string]Document {
	return map[string]Document{
		"/style.css":          {Type: "text/css; charset=utf-8", Body: texts.Style(), Cache: CachePublic},
		"/page.js":            {Type: "text/javascript; charset=utf-8", Body: texts.Script(), Cache: CachePublic},
		"/icon.svg":           {Type: "image/svg+xml", Body: texts.Icon(), Cache: CachePublic},
		"/openapi.json":       {Type: jsonType, Body: openAPI, Cache: CachePublic},
		"/lookup.schema.json": {Type: "application/schema+json", Body: lookupSchema, Cache: CachePublic},
	}
}

// asset serves one of them; pages of other origins may read it.
func (h *Handler) asset(doc Document) http.HandlerFunc {
	doc.ETag = etag(doc.Body)
	return func(w http.ResponseWriter, r *http.Request) {
		h.write(w, r, Format{CORS: true}, doc)
	}
}
