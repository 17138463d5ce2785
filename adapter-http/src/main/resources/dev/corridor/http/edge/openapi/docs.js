// An operation has a dozen failures, each with several codes: they are folded, so that what it answers is seen first.
const failuresAreFolded = ({ React: { createElement } }) => ({
  wrapComponents: {
    response: (Response) => (answer) => {
      if (answer.code < "400") {
        return createElement(Response, answer);
      }
      const whole = createElement("table", null, createElement("tbody", null, createElement(Response, answer)));
      const summary = createElement("summary", null, answer.response.get("description"));
      return createElement(
        "tr",
        { className: "response" },
        createElement("td", { className: "response-col_status" }, answer.code),
        createElement("td", { colSpan: 2 }, createElement("details", null, summary, whole)),
      );
    },
  },
});

// validatorUrl would send the description to an outside service.
SwaggerUIBundle({
  url: "/openapi.yaml",
  dom_id: "#reference",
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  plugins: [failuresAreFolded],
  validatorUrl: null,
});
