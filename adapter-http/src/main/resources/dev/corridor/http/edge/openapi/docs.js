// validatorUrl would send the description to an outside service.
SwaggerUIBundle({ url: "/openapi.yaml", dom_id: "#reference", deepLinking: true, validatorUrl: null });
